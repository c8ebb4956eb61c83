package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The parking companies. */
@Component
public class Merchants {

    private final JdbcClient jdbc;
    private final ContactPhones phones;

    Merchants(JdbcClient jdbc, ContactPhones phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    public Optional<Merchant> byTenant(String tenantId) {
        return jdbc.sql("SELECT * FROM merchant WHERE tenant_id = ?")
                .param(tenantId)
                .query(this::merchant)
                .optional();
    }

    /** In no order; those that are not there are left out. */
    public List<Merchant> byTenants(Collection<String> tenantIds) {
        return tenantIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM merchant WHERE tenant_id IN (:tenants)")
                        .param("tenants", tenantIds)
                        .query(this::merchant)
                        .list();
    }

    public Optional<Merchant> byId(long id) {
        return jdbc.sql("SELECT * FROM merchant WHERE id = ?")
                .param(id)
                .query(this::merchant)
                .optional();
    }

    /** All parking companies, oldest first. */
    public List<Merchant> all() {
        return jdbc.sql("SELECT * FROM merchant ORDER BY id")
                .query(this::merchant)
                .list();
    }

    /**
     * Adds one without a check and without a word in the history; people's companies go through {@code masterdata}.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the tenant or the company is there already
     */
    @Transactional
    public Merchant add(String tenantId, String name, String uscc, String contactEmail) {
        jdbc.sql("INSERT INTO merchant (tenant_id, name, uscc, contact_email) VALUES (?, ?, ?, ?)")
                .params(tenantId, name, uscc, contactEmail)
                .update();
        return byTenant(tenantId).orElseThrow();
    }

    /** Whether something new may begin for a company; whoever deactivates it at this moment waits, or is waited for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockActive(long id) {
        return !jdbc.sql("SELECT id FROM merchant WHERE id = ? AND deactivated_at IS NULL FOR UPDATE")
                .param(id)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private Merchant merchant(ResultSet row, int n) throws SQLException {
        String tenant = row.getString("tenant_id");
        return new Merchant(
                row.getLong("id"),
                tenant,
                row.getString("name"),
                row.getString("uscc"),
                row.getString("contact_email"),
                row.getString("contact_person"),
                phones.readCompany(tenant, row.getString("contact_phone")),
                SqlTime.read(row, "deactivated_at"),
                row.getLong("version"));
    }
}

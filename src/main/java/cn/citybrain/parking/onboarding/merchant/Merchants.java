package cn.citybrain.parking.onboarding.merchant;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parking companies. */
@Component
public class Merchants {

    private static final RowMapper<Merchant> ROW = (row, n) -> new Merchant(
            row.getLong("id"),
            row.getString("tenant_id"),
            row.getString("name"),
            row.getString("uscc"),
            row.getString("contact_email"));

    private final JdbcClient jdbc;

    Merchants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Merchant> byTenant(String tenantId) {
        return jdbc.sql("SELECT * FROM merchant WHERE tenant_id = ?")
                .param(tenantId)
                .query(ROW)
                .optional();
    }

    public Optional<Merchant> byId(long id) {
        return jdbc.sql("SELECT * FROM merchant WHERE id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    /** All parking companies, oldest first. */
    public List<Merchant> all() {
        return jdbc.sql("SELECT * FROM merchant ORDER BY id").query(ROW).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the tenant or the company is there already */
    @Transactional
    public Merchant add(String tenantId, String name, String uscc, String contactEmail) {
        jdbc.sql("INSERT INTO merchant (tenant_id, name, uscc, contact_email) VALUES (?, ?, ?, ?)")
                .params(tenantId, name, uscc, contactEmail)
                .update();
        return byTenant(tenantId).orElseThrow();
    }
}

package cn.citybrain.parking.onboarding.masterdata.company;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.merchant.ContactPhones;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes table {@code merchant}, many rows at once. */
@Component
class CompanyTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Merchants merchants;
    private final ContactPhones phones;

    CompanyTable(JdbcClient jdbc, JdbcTemplate batches, Merchants merchants, ContactPhones phones) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.merchants = merchants;
        this.phones = phones;
    }

    /** A statement for each thousand. */
    Map<String, Merchant> byTenants(Collection<String> tenants) {
        return Portions.ask(tenants, merchants::byTenants).stream()
                .collect(Collectors.toMap(Merchant::tenantId, Function.identity()));
    }

    /** The tenants that hold these codes, by code. */
    Map<String, String> tenantsByUscc(Collection<String> usccs) {
        record Held(String uscc, String tenant) {}
        return Portions.ask(usccs, some -> jdbc.sql("SELECT uscc, tenant_id FROM merchant WHERE uscc IN (:usccs)")
                        .param("usccs", some)
                        .query((row, n) -> new Held(row.getString("uscc"), row.getString("tenant_id")))
                        .list())
                .stream()
                .collect(Collectors.toMap(Held::uscc, Held::tenant));
    }

    void insert(Collection<CompanyEntry> entries) {
        batches.batchUpdate(
                "INSERT INTO merchant (tenant_id, name, uscc, contact_person, contact_phone, contact_email, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 1)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.tenant(),
                            entry.name(),
                            entry.uscc(),
                            entry.contactPerson(),
                            phones.ofCompany(entry.tenant(), entry.contactPhone()),
                            entry.contactEmail()
                        })
                        .toList());
    }

    /** @return for each whether it was the version that was changed */
    List<Boolean> update(List<CompanyChange> changes) {
        int[] changed = batches.batchUpdate(
                "UPDATE merchant SET name = ?, uscc = ?, contact_person = ?, contact_phone = ?, contact_email = ?,"
                        + " version = version + 1 WHERE tenant_id = ? AND version = ?",
                changes.stream()
                        .map(change -> new Object[] {
                            change.entry().name(),
                            change.entry().uscc(),
                            change.entry().contactPerson(),
                            phones.ofCompany(
                                    change.entry().tenant(), change.entry().contactPhone()),
                            change.entry().contactEmail(),
                            change.entry().tenant(),
                            change.version()
                        })
                        .toList());
        return java.util.Arrays.stream(changed).mapToObj(rows -> rows == 1).toList();
    }

    /** @param at null to make it active again */
    boolean deactivate(String tenant, long version, Instant at) {
        return jdbc.sql(
                                "UPDATE merchant SET deactivated_at = ?, version = version + 1 WHERE tenant_id = ? AND version = ?")
                        .params(SqlTime.of(at), tenant, version)
                        .update()
                == 1;
    }
}

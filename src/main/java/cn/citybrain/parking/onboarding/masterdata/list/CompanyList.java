package cn.citybrain.parking.onboarding.masterdata.list;

import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The companies, searched by name, code and unified social credit code. Four statements. */
@Component
public class CompanyList {

    private static final String FROM = " FROM merchant m WHERE 1 = 1";
    private static final String NAMED = " AND (lower(m.name) LIKE :text ESCAPE '!' OR lower(m.tenant_id) LIKE :text"
            + " ESCAPE '!' OR lower(m.uscc) LIKE :text ESCAPE '!')";

    private final JdbcClient jdbc;

    CompanyList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endedAt null while it is active */
    public record Row(
            String tenant,
            String name,
            String uscc,
            String contactPerson,
            String contactEmail,
            int lots,
            int people,
            Instant endedAt) {

        private Row with(int lotCount, int personCount) {
            return new Row(tenant, name, uscc, contactPerson, contactEmail, lotCount, personCount, endedAt);
        }
    }

    /** In the order in which they came. */
    public Page<Row> find(Wanted wanted, Ended ended) {
        String where = found(wanted, ended);
        Map<String, Object> values = Map.of("text", wanted.pattern(), "offset", wanted.offset(), "size", wanted.size());
        long total = jdbc.sql("SELECT count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(
                        "SELECT m.*" + where + " ORDER BY m.id OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .query((row, n) -> new Row(
                        row.getString("tenant_id"),
                        row.getString("name"),
                        row.getString("uscc"),
                        row.getString("contact_person"),
                        row.getString("contact_email"),
                        0,
                        0,
                        SqlTime.read(row, "deactivated_at")))
                .list();
        return new Page<>(counted(rows), total, wanted);
    }

    /** The tenants of all that are found, in the order of the list. */
    public List<String> ids(String text, Ended ended) {
        Wanted wanted = new Wanted(text, 1, 1);
        return jdbc.sql("SELECT m.tenant_id" + found(wanted, ended) + " ORDER BY m.id")
                .param("text", wanted.pattern())
                .query(String.class)
                .list();
    }

    private static String found(Wanted wanted, Ended ended) {
        return FROM + ended.condition("m.deactivated_at") + (wanted.text().isEmpty() ? "" : NAMED);
    }

    /** With the numbers of their lots and people. */
    private List<Row> counted(List<Row> rows) {
        List<String> tenants = rows.stream().map(Row::tenant).toList();
        Map<String, Integer> lots = count(
                "SELECT m.tenant_id, count(*) FROM parking_lot l JOIN merchant m ON m.id = l.merchant_id"
                        + " WHERE m.tenant_id IN (:tenants) GROUP BY m.tenant_id",
                tenants);
        Map<String, Integer> people = count(
                "SELECT c.tenant_id, count(*) FROM account_company c JOIN account a ON a.user_id = c.user_id"
                        + " WHERE c.tenant_id IN (:tenants) AND a.state <> 'DISABLED' GROUP BY c.tenant_id",
                tenants);
        return rows.stream()
                .map(row -> row.with(lots.getOrDefault(row.tenant(), 0), people.getOrDefault(row.tenant(), 0)))
                .toList();
    }

    private Map<String, Integer> count(String sql, List<String> tenants) {
        Map<String, Integer> counts = new HashMap<>();
        if (!tenants.isEmpty()) {
            jdbc.sql(sql)
                    .param("tenants", tenants)
                    .query((row, n) -> counts.put(row.getString(1), row.getInt(2)))
                    .list();
        }
        return counts;
    }
}

package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The companies, searched by name, code and unified social credit code. Two statements. */
@Component
class CompanyList {

    private static final String NAMED = " AND (lower(m.name) LIKE :text ESCAPE '!' OR lower(m.tenant_id) LIKE :text"
            + " ESCAPE '!' OR lower(m.uscc) LIKE :text ESCAPE '!')";

    private final JdbcClient jdbc;

    CompanyList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endedAt null while it is active */
    record Row(
            String tenant,
            String name,
            String uscc,
            String contactPerson,
            String contactEmail,
            int lots,
            int people,
            Instant endedAt) {}

    /** In the order in which they came. */
    Page<Row> find(Wanted wanted, Ended ended) {
        String where = " FROM merchant m WHERE 1 = 1" + ended.condition("m.deactivated_at")
                + (wanted.text().isEmpty() ? "" : NAMED);
        Map<String, Object> values = Map.of("text", wanted.pattern(), "offset", wanted.offset(), "size", wanted.size());
        long total = jdbc.sql("SELECT count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql("SELECT m.*,"
                        + " (SELECT count(*) FROM parking_lot l WHERE l.merchant_id = m.id) AS lots,"
                        + " (SELECT count(*) FROM account_company c JOIN account a ON a.user_id = c.user_id"
                        + " WHERE c.tenant_id = m.tenant_id AND a.state <> 'DISABLED') AS people"
                        + where + " ORDER BY m.id OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .query((row, n) -> new Row(
                        row.getString("tenant_id"),
                        row.getString("name"),
                        row.getString("uscc"),
                        row.getString("contact_person"),
                        row.getString("contact_email"),
                        row.getInt("lots"),
                        row.getInt("people"),
                        SqlTime.read(row, "deactivated_at")))
                .list();
        return new Page<>(rows, total, wanted);
    }
}

package cn.citybrain.parking.onboarding.masterdata.list;

import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vendors, searched by name and code. Two statements. */
@Component
public class VendorList {

    private static final String FROM = " FROM vendor v WHERE 1 = 1";
    private static final String NAMED =
            " AND (lower(v.name) LIKE :text ESCAPE '!' OR lower(v.group_id) LIKE :text ESCAPE '!')";

    private final JdbcClient jdbc;

    VendorList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param endedAt null while it is active */
    public record Row(
            String group,
            String name,
            String contactPerson,
            String contactEmail,
            int lots,
            int people,
            Instant endedAt) {}

    /** By name. */
    public Page<Row> find(Wanted wanted, Ended ended) {
        String where = found(wanted, ended);
        Map<String, Object> values = Map.of("text", wanted.pattern(), "offset", wanted.offset(), "size", wanted.size());
        long total = jdbc.sql("SELECT count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(
                        "SELECT v.*, (SELECT count(*) FROM vendor_assignment s WHERE s.vendor_group = v.group_id"
                                + " AND s.active_lot_id IS NOT NULL) AS lots,"
                                + " (SELECT count(*) FROM account_group g JOIN account a ON a.user_id = g.user_id"
                                + " WHERE g.group_id = v.group_id AND a.state <> 'DISABLED') AS people"
                                + where + " ORDER BY v.name, v.group_id OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .query((row, n) -> new Row(
                        row.getString("group_id"),
                        row.getString("name"),
                        row.getString("contact_person"),
                        row.getString("contact_email"),
                        row.getInt("lots"),
                        row.getInt("people"),
                        SqlTime.read(row, "deactivated_at")))
                .list();
        return new Page<>(rows, total, wanted);
    }

    /** The groups of all that are found, in the order of the list. */
    public List<String> ids(String text, Ended ended) {
        Wanted wanted = new Wanted(text, 1, 1);
        return jdbc.sql("SELECT v.group_id" + found(wanted, ended) + " ORDER BY v.name, v.group_id")
                .param("text", wanted.pattern())
                .query(String.class)
                .list();
    }

    private static String found(Wanted wanted, Ended ended) {
        return FROM + ended.condition("v.deactivated_at") + (wanted.text().isEmpty() ? "" : NAMED);
    }
}

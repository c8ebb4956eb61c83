package cn.citybrain.parking.onboarding.masterdata.list;

import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lots, searched by their own name and code, by their company's name and credit code, and by their vendor's name. Two statements. */
@Component
public class LotRegisterList {

    private static final String FROM =
            " FROM parking_lot l LEFT JOIN vendor_assignment a ON a.active_lot_id = l.id WHERE 1 = 1";

    /** Companies and vendors are looked through once, not with each of their lots. */
    private static final String NAMED =
            " AND (lower(l.name) LIKE :text ESCAPE '!' OR lower(l.code) LIKE :text ESCAPE '!'"
                    + " OR l.merchant_id IN (SELECT c.id FROM merchant c WHERE lower(c.name) LIKE :text ESCAPE '!'"
                    + " OR lower(c.uscc) LIKE :text ESCAPE '!')"
                    + " OR a.vendor_group IN (SELECT w.group_id FROM vendor w WHERE lower(w.name) LIKE :text ESCAPE '!'))";

    private final JdbcClient jdbc;

    LotRegisterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param vendor its name, empty while the lot has none
     * @param plannedFrom from which day on it has another one, null: none is planned
     * @param endedAt null while it is open
     */
    public record Row(
            String code,
            String name,
            String address,
            String tenant,
            String company,
            String vendor,
            LocalDate plannedFrom,
            int spaces,
            Instant endedAt) {}

    /** A company's lots together, in the order of their codes. */
    public Page<Row> find(Wanted wanted, Ended ended) {
        String found = found(wanted, ended);
        Map<String, Object> values = Map.of("text", wanted.pattern(), "offset", wanted.offset(), "size", wanted.size());
        long total = jdbc.sql("SELECT count(*)" + found)
                .params(values)
                .query(Long.class)
                .single();
        // the page is cut out before what it shows is looked up
        List<Row> rows = jdbc.sql("SELECT l.*, m.tenant_id, m.name AS company, v.name AS vendor, n.starts_on AS planned"
                        + " FROM (SELECT l.id, a.vendor_group" + found
                        + " ORDER BY l.merchant_id, l.code OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY) p"
                        + " JOIN parking_lot l ON l.id = p.id JOIN merchant m ON m.id = l.merchant_id"
                        + " LEFT JOIN vendor v ON v.group_id = p.vendor_group LEFT JOIN vendor_plan n ON n.lot_id = l.id"
                        + " ORDER BY l.merchant_id, l.code")
                .params(values)
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("tenant_id"),
                        row.getString("company"),
                        Optional.ofNullable(row.getString("vendor")).orElse(""),
                        row.getObject("planned", LocalDate.class),
                        row.getInt("space_count"),
                        SqlTime.read(row, "closed_at")))
                .list();
        return new Page<>(rows, total, wanted);
    }

    /** The codes of all that are found, in the order of the list. */
    public List<String> ids(String text, Ended ended) {
        Wanted wanted = new Wanted(text, 1, 1);
        return jdbc.sql("SELECT l.code" + found(wanted, ended) + " ORDER BY l.merchant_id, l.code")
                .param("text", wanted.pattern())
                .query(String.class)
                .list();
    }

    private static String found(Wanted wanted, Ended ended) {
        return FROM + ended.condition("l.closed_at") + (wanted.text().isEmpty() ? "" : NAMED);
    }
}

package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search as conditions on applications {@code a} of companies {@code m}. Each names a set of numbers that is put together once,
 * and is not asked again for every application.
 */
final class Conditions {

    private static final String LOT = "lower(l.code) LIKE :lot ESCAPE '!' OR lower(l.name) LIKE :lot ESCAPE '!'";
    private static final String OF_LOT =
            "SELECT b.application_no FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
                    + " WHERE " + LOT
                    + " UNION ALL SELECT i.application_no FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code WHERE "
                    + LOT
                    + " UNION ALL SELECT c.application_no FROM application_lot c JOIN parking_lot l ON l.code = c.lot_code WHERE "
                    + LOT;

    /** What is done to each plate, and what must hold of it then. */
    private static final String OF_PLATE = "SELECT b.application_no FROM lot_binding b WHERE b.id IN ("
            + "SELECT v.binding_id FROM test_vehicle v WHERE %1$s(v.plate_no) %2$s"
            + " UNION ALL SELECT c.binding_id FROM channel_visit c WHERE %1$s(c.plate_no) %2$s"
            + " UNION ALL SELECT d.binding_id FROM bill q JOIN deduction d ON d.bill_id = q.id WHERE %1$s(q.plate_no) %2$s"
            + " UNION ALL SELECT k.binding_id FROM bill q JOIN record_check k ON k.bill_id = q.id WHERE %1$s(q.plate_no) %2$s)";

    private static final String OF_BILL = "SELECT b.application_no FROM lot_binding b WHERE b.id IN ("
            + "SELECT d.binding_id FROM deduction d WHERE d.bill_no = :bill"
            + " UNION ALL SELECT q.consumed_by FROM bill q WHERE q.bill_no = :bill AND q.consumed_by IS NOT NULL"
            + " UNION ALL SELECT g.binding_id FROM diagnosis g WHERE g.bill_no = :bill)";

    private static final String OF_TRANSACTION = "SELECT b.application_no FROM lot_binding b WHERE b.id IN ("
            + "SELECT d.binding_id FROM deduction d WHERE d.transaction_no = :transaction OR d.out_trade_no = :transaction"
            + " UNION ALL SELECT d.binding_id FROM refund r JOIN deduction d ON d.id = r.deduction_id"
            + " WHERE r.out_refund_no = :transaction OR r.channel_refund_no = :transaction)";

    private final StringBuilder sql = new StringBuilder(ApplicationColumns.BEGUN);
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param people ids of those that the search names a person with
     * @param zone of its days
     */
    Conditions(Search search, Set<String> people, ZoneId zone) {
        containing("number", search.number(), "lower(a.no) LIKE :number ESCAPE '!'");
        containing(
                "company",
                search.company(),
                "a.merchant_id IN (SELECT x.id FROM merchant x WHERE lower(x.name) LIKE :company ESCAPE '!'"
                        + " OR lower(x.uscc) LIKE :company ESCAPE '!' OR lower(x.tenant_id) LIKE :company ESCAPE '!')");
        search.channel().ifPresent(channel -> and("a.channel = :channel", "channel", channel.code()));
        containing("lot", search.lot(), numbered(OF_LOT));
        plate(search.plate());
        if (!search.person().isEmpty()) {
            and(numbered(Involvement.numbers()), "people", people);
        }
        equal("bill", search.bill(), numbered(OF_BILL));
        equal("transaction", search.transaction(), numbered(OF_TRANSACTION));
        if (!search.states().isEmpty()) {
            and(
                    "a.state IN (:states)",
                    "states",
                    search.states().stream().map(Enum::name).collect(Collectors.toSet()));
        }
        if (search.from() != null) {
            and("a.created_at >= :from", "from", Days.begin(search.from(), zone));
        }
        if (search.to() != null) {
            and("a.created_at < :to", "to", Days.end(search.to(), zone));
        }
        search.with().forEach(mark -> sql.append(" AND ").append(numbered(mark.numbers())));
    }

    private static String numbered(String numbers) {
        return "a.no IN (" + numbers + ")";
    }

    /** A whole plate is looked up, a part of one is looked for. */
    private void plate(String plate) {
        if (PlateNumber.read(plate).isPresent()) {
            and(numbered(OF_PLATE.formatted("", "= :plate")), "plate", plate);
        } else {
            containing("plate", plate, numbered(OF_PLATE.formatted("lower", "LIKE :plate ESCAPE '!'")));
        }
    }

    private void equal(String name, String text, String condition) {
        if (!text.isEmpty()) {
            and(condition, name, text);
        }
    }

    private void containing(String name, String text, String condition) {
        if (!text.isEmpty()) {
            and(condition, name, new Wanted(text, 1, 1).pattern());
        }
    }

    private void and(String condition, String name, Object value) {
        sql.append(" AND ").append(condition);
        values.put(name, value);
    }

    /** What follows WHERE. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}

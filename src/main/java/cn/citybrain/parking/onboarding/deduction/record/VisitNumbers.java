package cn.citybrain.parking.onboarding.deduction.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Under which numbers channels know the visits of a lot, their charges and refunds. */
@NamedInterface("services")
@Component
public class VisitNumbers {

    private final JdbcClient jdbc;

    VisitNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param channel code of the channel that knows the number */
    @NamedInterface("services")
    public record Known(String uid, String channel) {}

    /** What each of our numbers stands for, for every channel of the lot. */
    public Map<String, Known> of(String lotCode, Collection<String> uids) {
        Map<String, Known> numbers = new HashMap<>();
        if (uids.isEmpty()) {
            return numbers;
        }
        jdbc.sql("""
            SELECT v.visit_no AS number, v.uid, l.channel FROM channel_visit v
                JOIN lot_binding l ON l.id = v.binding_id JOIN parking_lot p ON p.id = l.lot_id
                WHERE p.code = :lot AND v.uid IN (:uids)
            UNION ALL SELECT d.out_trade_no, b.uid, d.channel FROM deduction d JOIN bill b ON b.id = d.bill_id
                WHERE b.lot_code = :lot AND b.uid IN (:uids)
            UNION ALL SELECT r.out_refund_no, b.uid, d.channel FROM refund r JOIN deduction d ON d.id = r.deduction_id
                JOIN bill b ON b.id = d.bill_id WHERE b.lot_code = :lot AND b.uid IN (:uids)\
            """)
                .param("lot", lotCode)
                .param("uids", uids)
                .query((row, n) ->
                        numbers.put(row.getString("number"), new Known(row.getString("uid"), row.getString("channel"))))
                .list();
        return numbers;
    }
}

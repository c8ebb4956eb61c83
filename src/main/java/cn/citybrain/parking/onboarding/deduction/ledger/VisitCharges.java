package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** How the charges of a lot's visits stand, whoever told us: a channel settles many of them without being asked again. */
@NamedInterface("services")
@Component
public class VisitCharges {

    private final JdbcClient jdbc;

    VisitCharges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest attempt for each bill that was charged at all, by bill. One statement. */
    public Map<Long, Deduction> of(String lotCode, Collection<String> uids) {
        if (uids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT * FROM deduction WHERE id IN (SELECT max(id) FROM deduction"
                        + " WHERE lot_code = :lot AND uid IN (:uids) GROUP BY bill_id)")
                .param("lot", lotCode)
                .param("uids", uids)
                .query(DeductionRow::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Deduction::billId, Function.identity()));
    }
}

package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.process.worklist.WorkRow.Lot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lots the rows of a page are about, as they are called now. One statement each, however long the page. */
@Component
class LotNames {

    private static final String OF_APPLICATIONS = "SELECT * FROM (SELECT u.*,"
            + " row_number() OVER (PARTITION BY u.no ORDER BY u.code) AS place, count(*) OVER (PARTITION BY u.no) AS total"
            + " FROM (SELECT b.application_no AS no, l.code, l.name FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
            + " WHERE b.application_no IN (:numbers)"
            + " UNION SELECT i.application_no, l.code, l.name FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code"
            + " WHERE i.application_no IN (:numbers)) u) p WHERE p.place <= :most ORDER BY p.no, p.place";

    private final JdbcClient jdbc;

    LotNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param first at most {@link WorkRow#LOTS} of them, by code */
    record Some(List<Lot> first, int count) {

        static final Some NONE = new Some(List.of(), 0);
    }

    /** By binding. */
    Map<Long, Some> ofBindings(Collection<Long> bindings) {
        Map<Long, Some> lots = new HashMap<>();
        if (!bindings.isEmpty()) {
            jdbc.sql("SELECT b.id, l.code, l.name FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
                            + " WHERE b.id IN (:bindings)")
                    .param("bindings", bindings)
                    .query(row -> {
                        lots.put(
                                row.getLong("id"),
                                new Some(List.of(new Lot(row.getString("code"), row.getString("name"))), 1));
                    });
        }
        return lots;
    }

    /** By application: those that it is meant for, or bound to. */
    Map<String, Some> ofApplications(Collection<String> numbers) {
        Map<String, Some> lots = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql(OF_APPLICATIONS)
                    .param("numbers", numbers)
                    .param("most", WorkRow.LOTS)
                    .query(row -> {
                        int total = row.getInt("total");
                        Some some = lots.computeIfAbsent(row.getString("no"), no -> new Some(new ArrayList<>(), total));
                        some.first().add(new Lot(row.getString("code"), row.getString("name")));
                    });
        }
        return lots;
    }
}

package cn.citybrain.parking.onboarding.audit.retention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who drove in the tests of an application: plates, passages, photos, records as the lots sent them. */
@Component
class VehiclesRemover implements Remover {

    private static final String BINDING = "binding_id IN (SELECT b.id FROM lot_binding b WHERE b.application_no = :no)";
    private static final String PASSED = "lot_code = :lot AND uid = :uid";

    private final JdbcClient jdbc;
    private final RowRemoval rows;

    VehiclesRemover(JdbcClient jdbc, RowRemoval rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** One visit of a vehicle to a lot. */
    private record Passage(String lotCode, String uid) {}

    @Override
    public DataKind kind() {
        return DataKind.VEHICLES;
    }

    @Override
    public String left() {
        return "EXISTS (SELECT 1 FROM test_vehicle v JOIN lot_binding b ON b.id = v.binding_id"
                + " WHERE b.application_no = a.no AND v.plate_no <> '')";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        List<RemovedRow> removed = new ArrayList<>();
        passages(over.no()).forEach(passage -> removed.addAll(remove(passage)));
        Map<String, Object> of = Map.of("no", over.no());
        removed.addAll(rows.empty("diagnosis", "findings = '[]'", BINDING, of));
        removed.addAll(rows.empty("channel_visit", "plate_no = '', payer_id = ''", BINDING, of));
        removed.addAll(rows.empty("test_vehicle", "plate_no = '', payer_id = ''", BINDING, of));
        return removed;
    }

    /** Those that a check, a channel or a charge was about. */
    private Set<Passage> passages(String no) {
        return new LinkedHashSet<>(jdbc.sql("SELECT lot_code, uid FROM deduction WHERE " + BINDING
                        + " UNION SELECT lot_code, uid FROM channel_visit WHERE " + BINDING
                        + " UNION SELECT t.lot_code, t.uid FROM bill t JOIN record_check c ON c.bill_id = t.id WHERE c."
                        + BINDING + " UNION SELECT t.lot_code, t.uid FROM bill t JOIN diagnosis g ON g.bill_id = t.id"
                        + " WHERE g." + BINDING + " ORDER BY 1, 2")
                .param("no", no)
                .query((row, n) -> new Passage(row.getString(1), row.getString(2)))
                .list());
    }

    private List<RemovedRow> remove(Passage passage) {
        Map<String, Object> of = Map.of("lot", passage.lotCode(), "uid", passage.uid(), "records", recordKeys(passage));
        List<RemovedRow> removed = new ArrayList<>();
        for (String table : List.of("lot_record", "record_conflict")) {
            removed.addAll(rows.delete(table, "lot_code = :lot AND record_key IN (:records)", of));
        }
        removed.addAll(rows.delete("photo", PASSED, of));
        removed.addAll(rows.empty(
                "lot_message",
                "content = '{}'",
                "content <> '{}' AND bill_id IN (SELECT t.id FROM bill t WHERE t.lot_code = :lot AND t.uid = :uid)",
                of));
        removed.addAll(
                rows.empty("stay", "entry_plate = NULL, entry_plate_sent = NULL, exit_plate = NULL", PASSED, of));
        removed.addAll(rows.empty("pay_claim", "plate_no = ''", PASSED, of));
        removed.addAll(rows.empty("bill", "plate_no = '', plate_sent = NULL", PASSED, of));
        return removed;
    }

    /** What the lot's records of a passage go by: the passage, its bills and its photos. */
    private List<String> recordKeys(Passage passage) {
        List<String> keys = new ArrayList<>(jdbc.sql("SELECT bill_no FROM bill WHERE " + PASSED
                        + " UNION SELECT photo_id FROM photo WHERE " + PASSED)
                .param("lot", passage.lotCode())
                .param("uid", passage.uid())
                .query(String.class)
                .list());
        keys.add(passage.uid());
        return keys;
    }
}

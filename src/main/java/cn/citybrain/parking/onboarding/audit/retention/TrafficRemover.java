package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What lots reported of vehicles that no test is about. What is known of a test goes with its application. */
@Component
class TrafficRemover implements AgedRemover {

    private static final String UNTESTED = "NOT EXISTS (SELECT 1 FROM deduction d WHERE d.lot_code = {t}.lot_code"
            + " AND d.uid = {t}.uid)"
            + " AND NOT EXISTS (SELECT 1 FROM channel_visit v WHERE v.lot_code = {t}.lot_code AND v.uid = {t}.uid)"
            + " AND NOT EXISTS (SELECT 1 FROM bill t WHERE t.lot_code = {t}.lot_code AND t.uid = {t}.uid"
            + " AND (t.consumed_by IS NOT NULL OR EXISTS (SELECT 1 FROM diagnosis g WHERE g.bill_id = t.id)))";
    /** Its photo, passage or bill is not there to be tested any more: they go first. */
    private static final String RECORD = "NOT EXISTS (SELECT 1 FROM photo p WHERE p.lot_code = {t}.lot_code"
            + " AND p.photo_id = {t}.record_key)"
            + " AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.lot_code = {t}.lot_code AND s.uid = {t}.record_key)"
            + " AND NOT EXISTS (SELECT 1 FROM bill b WHERE b.lot_code = {t}.lot_code AND b.bill_no = {t}.record_key"
            + " AND b.plate_no <> '')";

    private final RowRemoval rows;

    TrafficRemover(RowRemoval rows) {
        this.rows = rows;
    }

    @Override
    public DataKind kind() {
        return DataKind.TRAFFIC;
    }

    @Override
    public List<RemovedRow> remove(Instant before, int limit) {
        Map<String, Object> old = Map.of("before", SqlTime.of(before));
        List<RemovedRow> removed = new ArrayList<>();
        for (String table : List.of("photo", "pay_claim")) {
            removed.addAll(rows.deleteSome(table, "received_at < :before AND " + untested(table), limit, old));
        }
        removed.addAll(rows.deleteSome(
                "stay",
                "coalesce(entry_received_at, exit_received_at) < :before"
                        + " AND coalesce(exit_received_at, entry_received_at) < :before AND " + untested("stay"),
                limit,
                old));
        removed.addAll(bills(old, limit));
        for (String table : List.of("record_conflict", "lot_record")) {
            removed.addAll(
                    rows.deleteSome(table, "received_at < :before AND " + RECORD.replace("{t}", table), limit, old));
        }
        return removed;
    }

    /** With what was sent to the lots about them. */
    private List<RemovedRow> bills(Map<String, Object> old, int limit) {
        List<RemovedRow> removed = new ArrayList<>(rows.emptySome(
                "bill",
                "plate_no = '', plate_sent = NULL",
                "received_at < :before AND plate_no <> '' AND " + untested("bill"),
                limit,
                old));
        if (!removed.isEmpty()) {
            List<Long> ids =
                    removed.stream().map(row -> Long.valueOf(row.key())).toList();
            removed.addAll(rows.empty(
                    "lot_message", "content = '{}'", "content <> '{}' AND bill_id IN (:bills)", Map.of("bills", ids)));
        }
        return removed;
    }

    private static String untested(String table) {
        return UNTESTED.replace("{t}", table);
    }
}

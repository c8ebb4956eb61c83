package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.seal.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went over the wire to the channel and back, as it was signed. */
@Component
class MessagesRemover implements Remover {

    private static final String DEDUCTIONS =
            "SELECT d.id FROM deduction d JOIN lot_binding b ON b.id = d.binding_id WHERE b.application_no = :no";
    /** By which an application, its charges, refunds and visits are known outside. */
    private static final String NUMBERS = "SELECT a.no FROM application a WHERE a.no = :no"
            + " UNION SELECT d.out_trade_no FROM deduction d WHERE d.id IN (" + DEDUCTIONS + ")"
            + " UNION SELECT r.out_refund_no FROM refund r WHERE r.deduction_id IN (" + DEDUCTIONS + ")"
            + " UNION SELECT v.visit_no FROM channel_visit v JOIN lot_binding b ON b.id = v.binding_id"
            + " WHERE b.application_no = :no";

    private final JdbcClient jdbc;
    private final RowRemoval rows;

    MessagesRemover(JdbcClient jdbc, RowRemoval rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public DataKind kind() {
        return DataKind.MESSAGES;
    }

    @Override
    public String left() {
        return "(EXISTS (SELECT 1 FROM channel_message m WHERE m.channel = a.channel AND m.subject = a.no"
                + " AND m.emptied_at IS NULL)"
                + " OR EXISTS (SELECT 1 FROM channel_reference c WHERE c.channel = a.channel AND c.subject = a.no)"
                + " OR EXISTS (SELECT 1 FROM deduction d JOIN lot_binding b ON b.id = d.binding_id"
                + " WHERE b.application_no = a.no AND d.order_sent IS NOT NULL))";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        List<String> numbers =
                jdbc.sql(NUMBERS).param("no", over.no()).query(String.class).list();
        String channel = jdbc.sql("SELECT channel FROM application WHERE id = ?")
                .param(over.id())
                .query(String.class)
                .single();
        Map<String, Object> of = Map.of("no", over.no(), "numbers", numbers, "channel", channel);
        List<RemovedRow> removed = new ArrayList<>(rows.delete("sent_request", "number IN (:numbers)", of));
        removed.addAll(rows.empty(
                "channel_message",
                "raw = :nothing, notice = NULL, emptied_at = CURRENT_TIMESTAMP",
                "channel = :channel AND subject IN (:numbers) AND emptied_at IS NULL",
                of));
        removed.addAll(rows.empty(
                "deduction", "order_sent = NULL", "order_sent IS NOT NULL AND id IN (" + DEDUCTIONS + ")", of));
        removed.addAll(references(channel, numbers));
        return removed;
    }

    /** They have no id of their own. */
    private List<RemovedRow> references(String channel, List<String> numbers) {
        String which = " FROM channel_reference WHERE channel = :channel AND subject IN (:numbers)";
        List<RemovedRow> found = jdbc.sql("SELECT subject, name" + which)
                .param("channel", channel)
                .param("numbers", numbers)
                .query((row, n) -> RemovedRow.deleted(
                        "channel_reference",
                        RowKey.of(List.of(channel, row.getString("subject"), row.getString("name")))))
                .list();
        jdbc.sql("DELETE" + which)
                .param("channel", channel)
                .param("numbers", numbers)
                .update();
        return found;
    }
}

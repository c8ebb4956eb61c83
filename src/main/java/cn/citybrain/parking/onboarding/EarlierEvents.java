package cn.citybrain.parking.onboarding;

import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings events on their way that were written down by a version in which listeners and events had other names, also by a
 * node of that version that still runs: whoever hands events out again would not know them.
 */
@Component
class EarlierEvents {

    private static final String ROOT = "cn.citybrain.parking.onboarding.";

    /** Where a class of an event was, and where it is. */
    private static final Map<String, String> TYPES = Map.of(
            "channel.ChannelEvent$", "channel.inbox.ChannelEvent$",
            "process.GateWaits", "process.work.GateWaits",
            "process.ClarificationOpened", "process.work.ClarificationOpened");

    /** Listeners were known by their class and what they take; now each has an id of its own. */
    private static final Map<String, String> LISTENERS = Map.ofEntries(
            Map.entry(
                    "process.UnknownReferences.on(channel.ChannelEvent$DeductionNoticed)", "process.unknown-deduction"),
            Map.entry("process.UnknownReferences.on(channel.ChannelEvent$ReviewNoticed)", "process.unknown-review"),
            Map.entry("process.UnknownReferences.on(channel.ChannelEvent$LotNoticed)", "process.unknown-lot"),
            Map.entry("process.RefundReported.on(deduction.RefundMoved)", "process.refund"),
            Map.entry("process.ContradictionReported.on(deduction.DeductionContradicted)", "process.contradiction"),
            Map.entry("process.Polls.on(channel.ChannelEvent$ReviewNoticed)", "process.poll-review"),
            Map.entry("process.Polls.on(channel.ChannelEvent$LotNoticed)", "process.poll-lot"),
            Map.entry("process.Polls.on(deduction.DeductionSettled)", "process.poll-deduction"),
            Map.entry("process.RecordArrivals.on(deduction.RecordReady)", "process.record"),
            Map.entry("process.RecordArrivals.on(process.GateWaits)", "process.gate"),
            Map.entry("process.LateOutcomes.on(deduction.DeductionSettled)", "process.outcome"),
            Map.entry("process.LateOutcomes.on(process.ClarificationOpened)", "process.clarification"));

    private final JdbcClient jdbc;

    /** Asked late: a new database gets the engine's tables first, then ours. */
    EarlierEvents(@Lazy JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Idempotent; one look at a table that holds only what is on its way. */
    void rename() {
        jdbc.sql("SELECT DISTINCT listener_id, event_type FROM event_publication WHERE completion_date IS NULL")
                .query((row, n) -> new Kind(row.getString("listener_id"), row.getString("event_type")))
                .list()
                .forEach(this::rename);
    }

    private void rename(Kind written) {
        Kind now = new Kind(listener(written.listener()), type(written.type()));
        if (!now.equals(written)) {
            jdbc.sql("UPDATE event_publication SET listener_id = ?, event_type = ?"
                            + " WHERE listener_id = ? AND event_type = ? AND completion_date IS NULL")
                    .params(now.listener(), now.type(), written.listener(), written.type())
                    .update();
        }
    }

    private static String listener(String written) {
        return LISTENERS.getOrDefault(written.replace(ROOT, ""), written);
    }

    private static String type(String written) {
        return TYPES.entrySet().stream()
                .filter(moved -> written.startsWith(ROOT + moved.getKey()))
                .map(moved -> written.replace(ROOT + moved.getKey(), ROOT + moved.getValue()))
                .findFirst()
                .orElse(written);
    }

    private record Kind(String listener, String type) {}
}

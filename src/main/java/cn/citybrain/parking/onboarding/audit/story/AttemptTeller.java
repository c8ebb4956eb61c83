package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.story.Attempt.Dispute;
import cn.citybrain.parking.onboarding.audit.story.Attempt.KeptRequest;
import cn.citybrain.parking.onboarding.audit.story.Attempt.Move;
import cn.citybrain.parking.onboarding.audit.story.Attempt.RefundMade;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells every attempt to charge a bill of every test: nothing newer makes an older one disappear. */
@Component
public class AttemptTeller {

    private final JdbcClient jdbc;

    AttemptTeller(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<Attempt> of(Subject subject) {
        Map<Long, List<Move>> moves = moves(subject);
        Map<Long, List<RefundMade>> refunds = refunds(subject);
        Map<String, List<KeptRequest>> requests = requests(subject);
        List<Attempt> attempts = jdbc.sql("SELECT d.*, l.name AS lot_name, s.entry_plate, s.exit_plate, s.entered_at,"
                        + " s.left_at AS stay_left_at, b.plate_no, b.arrived_at, b.left_at AS bill_left_at"
                        + " FROM deduction d LEFT JOIN parking_lot l ON l.code = d.lot_code"
                        + " LEFT JOIN bill b ON b.id = d.bill_id"
                        + " LEFT JOIN stay s ON s.lot_code = d.lot_code AND s.uid = d.uid"
                        + " WHERE d.binding_id IN (:bindings) ORDER BY d.id")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> attempt(row, moves, refunds, requests))
                .list();
        return live(subject, attempts);
    }

    private static Attempt attempt(
            ResultSet row,
            Map<Long, List<Move>> moves,
            Map<Long, List<RefundMade>> refunds,
            Map<String, List<KeptRequest>> requests)
            throws SQLException {
        long id = row.getLong("id");
        List<Move> moved = moves.getOrDefault(id, List.of());
        List<RefundMade> back = refunds.getOrDefault(id, List.of());
        List<String> numbers = new ArrayList<>(List.of(row.getString("out_trade_no")));
        back.forEach(refund -> numbers.add(refund.outRefundNo()));
        DeductionState state = DeductionState.valueOf(row.getString("state"));
        return new Attempt(
                id,
                row.getLong("binding_id"),
                row.getString("lot_code"),
                Objects.requireNonNullElse(row.getString("lot_name"), ""),
                row.getString("bill_no"),
                row.getString("uid"),
                plate(row),
                first(SqlTime.read(row, "entered_at"), SqlTime.read(row, "arrived_at")),
                first(SqlTime.read(row, "stay_left_at"), SqlTime.read(row, "bill_left_at")),
                row.getInt("attempt_no"),
                row.getString("out_trade_no"),
                row.getInt("amount"),
                row.getObject("charged_amount", Integer.class),
                text(row, "transaction_no"),
                state.name(),
                words(state, row.getString("abandoned_by"), SqlTime.read(row, "dispute_closed_at")),
                text(row, "code"),
                text(row, "reason"),
                text(row, "note"),
                false,
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "sent_at"),
                SqlTime.read(row, "decided_at"),
                moved,
                dispute(row, moved),
                back,
                numbers.stream()
                        .flatMap(number -> requests.getOrDefault(number, List.of()).stream())
                        .toList());
    }

    private static String words(DeductionState state, String abandonedBy, Instant disputeClosed) {
        if (state == DeductionState.DISPUTED && disputeClosed != null) {
            return "扣款有争议，已处理完毕";
        }
        return abandonedBy != null && state.undecided() ? "已放弃，仍在核对渠道结果" : state.words();
    }

    private static Dispute dispute(ResultSet row, List<Move> moves) throws SQLException {
        Move begun = moves.stream()
                .filter(move -> move.kind().equals("DISPUTED"))
                .findFirst()
                .orElse(null);
        if (begun == null) {
            return null;
        }
        Move closed = moves.stream()
                .filter(move -> move.kind().equals("DISPUTE_CLOSED"))
                .reduce((earlier, later) -> later)
                .orElse(null);
        Person by = Person.of(row.getString("dispute_closed_by"));
        return new Dispute(
                begun.at(),
                begun.text(),
                closed == null ? by : closed.person(),
                closed == null ? SqlTime.read(row, "dispute_closed_at") : closed.at(),
                closed == null ? "" : closed.text());
    }

    /** A lot goes live on the success that its gate waited for: the last one before it was live. */
    private static List<Attempt> live(Subject subject, List<Attempt> attempts) {
        Set<Long> live = new HashSet<>();
        subject.bindings().stream().filter(bound -> bound.liveAt() != null).forEach(bound -> attempts.stream()
                .filter(attempt -> attempt.bindingId() == bound.id()
                        && attempt.state().equals(DeductionState.SUCCEEDED.name())
                        && !attempt.createdAt().isAfter(bound.liveAt()))
                .reduce((earlier, later) -> later)
                .ifPresent(attempt -> live.add(attempt.id())));
        return attempts.stream()
                .map(attempt -> live.contains(attempt.id()) ? attempt.live() : attempt)
                .toList();
    }

    private Map<Long, List<Move>> moves(Subject subject) {
        return jdbc
                .sql("SELECT * FROM deduction_step WHERE deduction_id IN"
                        + " (SELECT id FROM deduction WHERE binding_id IN (:bindings)) ORDER BY id")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> Map.entry(row.getLong("deduction_id"), DeductionMoves.of(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<Long, List<RefundMade>> refunds(Subject subject) {
        return jdbc
                .sql("SELECT * FROM refund WHERE deduction_id IN"
                        + " (SELECT id FROM deduction WHERE binding_id IN (:bindings)) ORDER BY id")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> Map.entry(row.getLong("deduction_id"), refund(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static RefundMade refund(ResultSet row) throws SQLException {
        Refund.State state = Refund.State.valueOf(row.getString("state"));
        return new RefundMade(
                row.getLong("id"),
                row.getInt("attempt_no"),
                row.getString("out_refund_no"),
                row.getInt("amount"),
                PrivateNumbers.hidden(row.getString("reason")),
                state.name(),
                state.words(),
                Person.of(row.getString("requested_by")),
                SqlTime.read(row, "requested_at"),
                Person.of(row.getString("approved_by")),
                SqlTime.read(row, "approved_at"),
                text(row, "channel_refund_no"),
                SqlTime.read(row, "decided_at"),
                PrivateNumbers.hidden(text(row, "note")));
    }

    private Map<String, List<KeptRequest>> requests(Subject subject) {
        return jdbc
                .sql("SELECT number, kept_at FROM sent_request WHERE number IN (:numbers) ORDER BY id")
                .param("numbers", subject.numbers())
                .query((row, n) -> new KeptRequest(row.getString("number"), SqlTime.read(row, "kept_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(KeptRequest::number));
    }

    private static String plate(ResultSet row) throws SQLException {
        return Stream.of(row.getString("plate_no"), row.getString("exit_plate"), row.getString("entry_plate"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Instant first(Instant one, Instant other) {
        return one == null ? other : one;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}

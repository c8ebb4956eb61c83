package cn.citybrain.parking.onboarding.audit.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Charge;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.GivenBack;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Involved;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Test;
import cn.citybrain.parking.onboarding.audit.search.VisitTests.Taken;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of the records of visits: checks, diagnoses, deductions, refunds, and the people behind them. */
@Component
class TestEvidence {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final InvolvedPeople people;

    TestEvidence(JdbcClient jdbc, ObjectMapper json, InvolvedPeople people) {
        this.jdbc = jdbc;
        this.json = json;
        this.people = people;
    }

    private record Place(long bindingId, long billId) {}

    /** @param passed null where it is no check but a diagnosis */
    private record Verdict(Place place, Boolean passed, Instant at, String findings) {}

    private record Charged(Place place, Charge charge) {}

    /** What is known of some tests. */
    final class Found {

        private final Map<Place, List<Verdict>> verdicts;
        private final Map<Place, List<Charge>> charges;
        private final InvolvedPeople.Known known;

        private Found(
                Map<Place, List<Verdict>> verdicts, Map<Place, List<Charge>> charges, InvolvedPeople.Known known) {
            this.verdicts = verdicts;
            this.charges = charges;
            this.known = known;
        }

        Test complete(Taken taken) {
            Test test = taken.test();
            Place place = new Place(test.bindingId(), taken.billId());
            List<Verdict> said = verdicts.getOrDefault(place, List.of());
            Verdict check = said.stream()
                    .filter(one -> one.passed() != null)
                    .findFirst()
                    .orElse(null);
            List<Charge> made = charges.getOrDefault(place, List.of());
            List<Involved> involved =
                    known.of(test, made.stream().map(Charge::id).collect(Collectors.toSet()));
            return new Test(
                    test.bindingId(),
                    test.applicationNo(),
                    test.companyName(),
                    test.channel(),
                    test.channelName(),
                    test.applicationState(),
                    test.applicationStateText(),
                    check == null ? null : check.passed(),
                    check == null ? null : check.at(),
                    said.stream().flatMap(TestEvidence.this::sentences).toList(),
                    made,
                    involved);
        }
    }

    Found of(String plate, List<Taken> taken) {
        Set<Long> bills = orNone(taken.stream().map(Taken::billId));
        Set<Long> bindings = orNone(taken.stream().map(one -> one.test().bindingId()));
        Map<Place, List<Charge>> charges = charges(bills);
        Set<Long> deductions =
                orNone(charges.values().stream().flatMap(List::stream).map(Charge::id));
        return new Found(verdicts(bills), charges, people.of(plate, bindings, deductions));
    }

    /** SQL knows no empty list. */
    private static Set<Long> orNone(Stream<Long> ids) {
        Set<Long> some = ids.collect(Collectors.toSet());
        return some.isEmpty() ? Set.of(0L) : some;
    }

    private Map<Place, List<Verdict>> verdicts(Set<Long> bills) {
        return jdbc
                .sql(
                        "SELECT k.binding_id, k.bill_id, k.passed, k.checked_at AS at, NULL AS findings FROM record_check k"
                                + " WHERE k.bill_id IN (:bills) UNION ALL SELECT g.binding_id, g.bill_id, NULL, g.at, g.findings"
                                + " FROM diagnosis g WHERE g.bill_id IN (:bills) ORDER BY at")
                .param("bills", bills)
                .query((row, n) -> new Verdict(
                        place(row),
                        row.getObject("passed", Boolean.class),
                        SqlTime.read(row, "at"),
                        row.getString("findings")))
                .list()
                .stream()
                .collect(groupingBy(Verdict::place));
    }

    private Map<Place, List<Charge>> charges(Set<Long> bills) {
        Map<Long, List<GivenBack>> refunds = jdbc
                .sql("SELECT r.deduction_id, r.out_refund_no, r.amount, r.state, r.decided_at FROM refund r"
                        + " JOIN deduction d ON d.id = r.deduction_id WHERE d.bill_id IN (:bills) ORDER BY r.id")
                .param("bills", bills)
                .query((row, n) -> Map.entry(row.getLong("deduction_id"), refund(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc
                .sql("SELECT * FROM deduction WHERE bill_id IN (:bills) ORDER BY id")
                .param("bills", bills)
                .query((row, n) ->
                        new Charged(place(row), charge(row, refunds.getOrDefault(row.getLong("id"), List.of()))))
                .list()
                .stream()
                .collect(groupingBy(Charged::place, mapping(Charged::charge, toList())));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("binding_id"), row.getLong("bill_id"));
    }

    private static Charge charge(ResultSet row, List<GivenBack> refunds) throws SQLException {
        DeductionState state = DeductionState.valueOf(row.getString("state"));
        return new Charge(
                row.getLong("id"),
                row.getString("out_trade_no"),
                row.getInt("attempt_no"),
                row.getInt("amount"),
                row.getObject("charged_amount", Integer.class),
                Objects.requireNonNullElse(row.getString("transaction_no"), ""),
                state.name(),
                state.words(),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "decided_at"),
                refunds);
    }

    private static GivenBack refund(ResultSet row) throws SQLException {
        Refund.State state = Refund.State.valueOf(row.getString("state"));
        return new GivenBack(
                row.getString("out_refund_no"),
                row.getInt("amount"),
                state.name(),
                state.words(),
                SqlTime.read(row, "decided_at"));
    }

    private Stream<String> sentences(Verdict verdict) {
        if (verdict.findings() == null) {
            return Stream.empty();
        }
        try {
            return Arrays.stream(json.readValue(verdict.findings(), Finding[].class))
                    .map(Finding::sentence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a diagnosis cannot be read", e);
        }
    }
}

package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Test;
import cn.citybrain.parking.onboarding.audit.search.VisitSearch.Seen;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What visits were tests of: whose gate took their record, checked it, charged for it, or told the channel of it. */
@Component
class VisitTests {

    private static final String BINDINGS =
            "SELECT DISTINCT t.lot_code, t.uid, t.bill_id, b.id AS binding_id, b.application_no,"
                    + " b.channel, a.state, m.name AS company FROM ("
                    + "SELECT q.lot_code, q.uid, q.id AS bill_id, q.consumed_by AS binding_id FROM bill q"
                    + " WHERE q.id IN (:bills) AND q.consumed_by IS NOT NULL"
                    + " UNION SELECT q.lot_code, q.uid, q.id, k.binding_id FROM bill q JOIN record_check k ON k.bill_id = q.id"
                    + " WHERE q.id IN (:bills)"
                    + " UNION SELECT q.lot_code, q.uid, q.id, g.binding_id FROM bill q JOIN diagnosis g ON g.bill_id = q.id"
                    + " WHERE q.id IN (:bills)"
                    + " UNION SELECT q.lot_code, q.uid, q.id, d.binding_id FROM bill q JOIN deduction d ON d.bill_id = q.id"
                    + " WHERE q.id IN (:bills)"
                    + " UNION SELECT c.lot_code, c.uid, 0, c.binding_id FROM channel_visit c WHERE c.uid IN (:uids)) t"
                    + " JOIN lot_binding b ON b.id = t.binding_id JOIN application a ON a.no = b.application_no"
                    + " JOIN merchant m ON m.id = a.merchant_id ORDER BY b.id, t.bill_id DESC";

    private final JdbcClient jdbc;
    private final TestEvidence evidence;

    VisitTests(JdbcClient jdbc, TestEvidence evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /**
     * @param billId 0 where only the channel was told of the visit
     * @param test without what came of it
     */
    record Taken(String lotCode, String uid, long billId, Test test) {

        /** A test without a bill is told beside each bill of its visit; one with a bill beside that one alone. */
        private boolean belongsTo(Seen seen) {
            VisitOnRecord visit = seen.visit();
            return lotCode.equals(visit.lotCode())
                    && uid.equals(visit.uid())
                    && (billId == 0 || Objects.equals(billId, seen.billId()));
        }
    }

    /** The visits with their tests. */
    List<VisitOnRecord> with(String plate, List<Seen> visits) {
        Set<Long> bills =
                visits.stream().map(Seen::billId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (visits.isEmpty()) {
            return List.of();
        }
        List<Taken> taken = jdbc.sql(BINDINGS)
                .param("bills", bills.isEmpty() ? Set.of(0L) : bills)
                .param("uids", visits.stream().map(seen -> seen.visit().uid()).collect(Collectors.toSet()))
                .query(VisitTests::taken)
                .list();
        TestEvidence.Found found = evidence.of(plate, taken);
        return visits.stream().map(seen -> with(seen, taken, found)).toList();
    }

    private static VisitOnRecord with(Seen seen, List<Taken> taken, TestEvidence.Found found) {
        VisitOnRecord visit = seen.visit();
        // what was taken with its bill comes first: the channel's visit of the same binding adds nothing
        List<Test> tests = taken.stream()
                .filter(one -> one.belongsTo(seen))
                .collect(Collectors.toMap(
                        one -> one.test().bindingId(), one -> one, (first, other) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(found::complete)
                .toList();
        return new VisitOnRecord(
                visit.lotCode(),
                visit.lotName(),
                visit.uid(),
                visit.plateNo(),
                visit.enteredAt(),
                visit.leftAt(),
                visit.bill(),
                tests);
    }

    private static Taken taken(ResultSet row, int n) throws SQLException {
        ApplicationState state = ApplicationState.valueOf(row.getString("state"));
        String channel = row.getString("channel");
        return new Taken(
                row.getString("lot_code"),
                row.getString("uid"),
                row.getLong("bill_id"),
                new Test(
                        row.getLong("binding_id"),
                        row.getString("application_no"),
                        row.getString("company"),
                        channel,
                        Channel.find(channel).map(Channel::displayName).orElse(channel),
                        state.name(),
                        state.title(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
    }
}

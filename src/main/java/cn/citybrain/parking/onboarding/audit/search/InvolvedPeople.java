package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Involved;
import cn.citybrain.parking.onboarding.audit.search.VisitOnRecord.Test;
import cn.citybrain.parking.onboarding.audit.story.PeopleOfStories;
import cn.citybrain.parking.onboarding.audit.story.Person;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a part in tests: who applied, decided, registered the vehicle, and dealt with the money. */
@Component
class InvolvedPeople {

    private static final String PARTS =
            "SELECT b.id AS binding_id, 0 AS deduction_id, '创建申请' AS part, a.created_by AS who,"
                    + " a.created_at AS at FROM lot_binding b JOIN application a ON a.no = b.application_no WHERE b.id IN (:bindings)"
                    + " UNION ALL SELECT b.id, 0, CASE r.decision WHEN 'ACCEPT' THEN '受理' WHEN 'RETURN' THEN '退回更正' ELSE '不予受理' END,"
                    + " r.decided_by, r.decided_at FROM lot_binding b JOIN review_decision r ON r.application_no = b.application_no"
                    + " WHERE b.id IN (:bindings) AND r.used_at IS NOT NULL"
                    + " UNION ALL SELECT v.binding_id, 0, '登记测试车辆', v.registered_by, v.registered_at FROM test_vehicle v"
                    + " WHERE v.binding_id IN (:bindings) AND v.plate_no = :plate"
                    + " UNION ALL SELECT v.binding_id, 0, '注销测试车辆', v.removed_by, v.removed_at FROM test_vehicle v"
                    + " WHERE v.binding_id IN (:bindings) AND v.plate_no = :plate AND v.removed_by IS NOT NULL"
                    + " UNION ALL SELECT d.binding_id, d.id, CASE s.kind WHEN 'WAIT_LONGER' THEN '继续等待扣款结果'"
                    + " WHEN 'ABANDONED' THEN '放弃扣款' ELSE '处理扣款争议' END, s.actor, s.at FROM deduction d"
                    + " JOIN deduction_step s ON s.deduction_id = d.id"
                    + " WHERE d.id IN (:deductions) AND s.kind IN ('WAIT_LONGER', 'ABANDONED', 'DISPUTE_CLOSED')"
                    + " UNION ALL SELECT d.binding_id, d.id, '申请退款', r.requested_by, r.requested_at FROM deduction d"
                    + " JOIN refund r ON r.deduction_id = d.id WHERE d.id IN (:deductions)"
                    + " UNION ALL SELECT d.binding_id, d.id, '批准退款', r.approved_by, r.approved_at FROM deduction d"
                    + " JOIN refund r ON r.deduction_id = d.id WHERE d.id IN (:deductions) AND r.approved_by IS NOT NULL"
                    + " ORDER BY at";

    private final JdbcClient jdbc;
    private final PeopleOfStories names;

    InvolvedPeople(JdbcClient jdbc, PeopleOfStories names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** @param deductionId 0 for a part in the whole test */
    private record Part(long bindingId, long deductionId, String part, String who, Instant at) {}

    /** Everybody who had a part in some tests. */
    static final class Known {

        private final List<Part> parts;
        private final Map<String, Person> people;

        private Known(List<Part> parts, Map<String, Person> people) {
            this.parts = parts;
            this.people = people;
        }

        List<Involved> of(Test test, Set<Long> deductions) {
            return parts.stream()
                    .filter(part -> part.bindingId() == test.bindingId())
                    .filter(part -> part.deductionId() == 0 || deductions.contains(part.deductionId()))
                    .map(part -> new Involved(
                            people.getOrDefault(part.who(), Person.of(part.who())), part.part(), part.at()))
                    .toList();
        }
    }

    Known of(String plate, Set<Long> bindings, Set<Long> deductions) {
        List<Part> parts = jdbc.sql(PARTS)
                .param("plate", plate)
                .param("bindings", bindings)
                .param("deductions", deductions)
                .query((row, n) -> new Part(
                        row.getLong("binding_id"),
                        row.getLong("deduction_id"),
                        row.getString("part"),
                        row.getString("who"),
                        SqlTime.read(row, "at")))
                .list();
        return new Known(parts, names.of(parts.stream().map(Part::who).toList()));
    }
}

package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.audit.story.BusinessKeys;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An application that is over for long enough.
 *
 * @param before since when it has to be over
 */
record Over(long id, String no, Instant before) {

    /**
     * A condition on an application, named in place of {@code {a}}: it ended before :before, and so did everything that came
     * of it. Nothing of it runs, is live, undecided or disputed.
     */
    private static final String CONDITION = """
            {a}.state IN (:final) AND coalesce({a}.closed_at, {a}.changed_at) < :before
            AND NOT EXISTS (SELECT 1 FROM receiving_account oa WHERE oa.application_no = {a}.no
                AND (oa.state <> 'CLOSED' OR oa.closed_at >= :before))
            AND NOT EXISTS (SELECT 1 FROM lot_binding ob WHERE ob.application_no = {a}.no
                AND (ob.state <> 'WITHDRAWN' OR ob.withdrawn_at >= :before))
            AND NOT EXISTS (SELECT 1 FROM lot_binding ob JOIN deduction od ON od.binding_id = ob.id
                WHERE ob.application_no = {a}.no
                AND (od.state IN ('PREPARED', 'SENT', 'UNKNOWN') AND od.abandoned_at IS NULL
                    OR od.state = 'DISPUTED' AND od.dispute_closed_at IS NULL
                    OR coalesce(od.dispute_closed_at, od.decided_at, od.abandoned_at, od.created_at) >= :before))
            AND NOT EXISTS (SELECT 1 FROM lot_binding ob JOIN deduction od ON od.binding_id = ob.id
                JOIN refund orf ON orf.deduction_id = od.id WHERE ob.application_no = {a}.no
                AND (orf.state IN ('REQUESTED', 'APPROVED', 'SENT')
                    OR coalesce(orf.decided_at, orf.requested_at) >= :before))
            AND NOT EXISTS (SELECT 1 FROM act_hi_procinst op WHERE op.business_key_ IN ({a}.no, {a}.no || '{devices}')
                AND (op.end_time_ IS NULL OR op.end_time_ >= :engineBefore))
            AND NOT EXISTS (SELECT 1 FROM lot_binding ob JOIN parking_lot ol ON ol.id = ob.lot_id
                JOIN act_hi_procinst op ON op.business_key_ = {a}.no || '-' || ol.code WHERE ob.application_no = {a}.no
                AND (op.end_time_ IS NULL OR op.end_time_ >= :engineBefore))
            """;

    /** @param alias of the application in the statement */
    static String condition(String alias) {
        return CONDITION.replace("{a}", alias).replace("{devices}", BusinessKeys.OF_DEVICES);
    }

    /** What the condition asks for. */
    static Map<String, Object> values(Instant before) {
        return Map.of(
                "final",
                Arrays.stream(ApplicationState.values())
                        .filter(ApplicationState::isFinal)
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                "before",
                SqlTime.of(before),
                // the engine's times bear no zone: they are this JVM's
                "engineBefore",
                Timestamp.from(before));
    }
}

package cn.citybrain.parking.onboarding.audit.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where it stands who did something in an application. */
final class Involvement {

    /** Columns by table; each has the application's number too. */
    private static final List<String> OF_APPLICATIONS = List.of(
            "application_revision.submitted_by",
            "review_decision.decided_by",
            "field_remark.author",
            "value_reveal.revealed_by",
            "appointment.recorded_by",
            "signing_result.recorded_by",
            "lane_device.recorded_by",
            "lane_device.decided_by",
            "application_lot.chosen_by",
            "document.uploaded_by",
            "lot_binding.withdrawal_requested_by",
            "task_handover.by_user");

    private static final List<Traces> OTHERS = List.of(
            new Traces("a.no", "application a WHERE a.created_by"),
            new Traces("a.no", "application a WHERE a.closed_by"),
            Traces.ofBinding("test_vehicle v ON v.binding_id = b.id WHERE v.registered_by"),
            Traces.ofBinding("test_vehicle v ON v.binding_id = b.id WHERE v.removed_by"),
            Traces.ofBinding("lot_refusal f ON f.binding_id = b.id WHERE f.actor"),
            Traces.ofDeduction("deduction_step s ON s.deduction_id = d.id WHERE s.actor"),
            Traces.ofDeduction("refund r ON r.deduction_id = d.id WHERE r.requested_by"),
            Traces.ofDeduction("refund r ON r.deduction_id = d.id WHERE r.approved_by"));

    /**
     * By the first of the instances that called each other, and each of them once: a person has many tasks and operations in an
     * application.
     */
    private static final String OF_ENGINE =
            new Traces(Traces.BUSINESS_KEY, "ACT_HI_PROCINST p WHERE p.PROC_INST_ID_ IN (").numbers()
                    + "SELECT t.ROOT_PROC_INST_ID_ FROM ACT_HI_TASKINST t WHERE t.ASSIGNEE_ IN (:people)"
                    + " GROUP BY t.ASSIGNEE_, t.ROOT_PROC_INST_ID_"
                    + " UNION ALL SELECT o.ROOT_PROC_INST_ID_ FROM ACT_HI_OP_LOG o WHERE o.USER_ID_ IN (:people)"
                    + " GROUP BY o.USER_ID_, o.ROOT_PROC_INST_ID_"
                    + " UNION ALL SELECT c.ROOT_PROC_INST_ID_ FROM ACT_HI_COMMENT c WHERE c.USER_ID_ IN (:people))";

    private Involvement() {}

    /** A query for the numbers of all applications in which {@code :people} did something, some of them more than once. */
    static String numbers() {
        return Stream.concat(OF_APPLICATIONS.stream().map(Involvement::own), OTHERS.stream())
                .map(rows -> rows.numbers() + " IN (:people)")
                .collect(Collectors.joining(" UNION ALL ", "", " UNION ALL " + OF_ENGINE));
    }

    private static Traces own(String column) {
        String table = column.substring(0, column.indexOf('.'));
        return new Traces(table + ".application_no", table + " WHERE " + column);
    }
}

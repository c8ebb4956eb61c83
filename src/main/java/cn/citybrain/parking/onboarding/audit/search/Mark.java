package cn.citybrain.parking.onboarding.audit.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes an application worth an auditor's look. Each names the rows that say so. */
enum Mark {
    /** A job or a call failed until somebody or something mended it. */
    INCIDENT("异常", Traces.ofEngine("ACT_HI_INCIDENT i ON i.PROC_INST_ID_ = p.PROC_INST_ID_")),
    /** The channel charged something else than was ordered. */
    DISPUTE("扣款争议", Traces.ofDeduction("deduction_step s ON s.deduction_id = d.id WHERE s.kind = 'DISPUTED'")),
    /** Somebody asked for money to go back, whatever came of it. */
    REFUND("退款", Traces.ofDeduction("refund r ON r.deduction_id = d.id")),
    /**
     * Somebody of the operating company went beyond the tasks of the procedure: operations in Cockpit, decisions about what is
     * overdue, about undecided or disputed money, withdrawals by a supervisor.
     */
    INTERVENTION(
            "人工干预",
            Traces.ofEngine("ACT_HI_OP_LOG o ON o.PROC_INST_ID_ = p.PROC_INST_ID_ WHERE o.CATEGORY_ = 'Operator'"
                    + " AND o.USER_ID_ IS NOT NULL AND o.OPERATION_TYPE_ <> 'Create'"),
            Traces.ofEngine("ACT_HI_TASKINST t ON t.PROC_INST_ID_ = p.PROC_INST_ID_"
                    + " WHERE t.PROC_DEF_KEY_ = 'escalation' AND t.DELETE_REASON_ = 'completed'"),
            Traces.ofDeduction("deduction_step s ON s.deduction_id = d.id"
                    + " WHERE s.kind IN ('WAIT_LONGER', 'ABANDONED', 'DISPUTE_CLOSED')"),
            new Traces("b.application_no", "lot_binding b WHERE b.withdrawal_requested_by IN " + Traces.SUPERVISORS),
            new Traces("a.no", "application a WHERE a.state = 'WITHDRAWN' AND a.closed_by IN " + Traces.SUPERVISORS));

    private final String title;
    private final List<Traces> traces;

    Mark(String title, Traces... traces) {
        this.title = title;
        this.traces = List.of(traces);
    }

    /** Chinese. */
    String title() {
        return title;
    }

    static Optional<Mark> named(String name) {
        return Arrays.stream(values())
                .filter(mark -> mark.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A query for the numbers of all applications that bear this mark, some of them more than once. */
    String numbers() {
        return traces.stream().map(Traces::numbers).collect(Collectors.joining(" UNION ALL "));
    }

    /** A query for the marks that {@code :keys} bear, numbers and business keys: {@code name} and {@code about} which. */
    static String among() {
        return Arrays.stream(values())
                .flatMap(mark -> mark.traces.stream().map(rows -> rows.among(mark.name())))
                .collect(Collectors.joining(" UNION "));
    }
}

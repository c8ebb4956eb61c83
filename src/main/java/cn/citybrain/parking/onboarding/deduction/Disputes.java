package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges that were not as ordered. The money goes back first, with four eyes and in the channel's own words; only then is
 * a dispute over, and the lot's test may go on or end.
 */
@Component
public class Disputes {

    private final DeductionTable deductions;
    private final RefundTable refunds;
    private final DeductionSteps steps;
    private final DeductionAftermath aftermath;

    Disputes(DeductionTable deductions, RefundTable refunds, DeductionSteps steps, DeductionAftermath aftermath) {
        this.deductions = deductions;
        this.refunds = refunds;
        this.steps = steps;
        this.aftermath = aftermath;
    }

    /** What has to happen before a disputed charge is over, in Chinese; empty when the money is back, or nothing is disputed. */
    public Optional<String> obstacle(Deduction deduction) {
        if (!deduction.disputed()) {
            return Optional.empty();
        }
        List<Refund> all = refunds.of(deduction.id());
        return all.isEmpty() ? Optional.of("这笔扣款还没有退款。请先申请退款，由另一位主管批准") : obstacle(all.get(0));
    }

    /** As {@link #obstacle(Deduction)}, for the newest attempt to charge a bill. */
    public Optional<String> obstacle(long billId) {
        return deductions.ofBill(billId).flatMap(this::obstacle);
    }

    private static Optional<String> obstacle(Refund newest) {
        String sentence =
                switch (newest.state()) {
                    case REQUESTED -> "退款申请（由 " + newest.requestedBy() + " 提出）还没有批准。请另一位主管在停车场页面批准";
                    case APPROVED, SENT -> "退款已批准，正在等待渠道确认退款。系统会自动查询，请稍后再来" + note(newest);
                    case FAILED -> "渠道没有退成款" + note(newest) + "。请处理后重新申请退款";
                    case DECLINED -> "上一次退款申请没有获得批准。请重新申请退款";
                    case REFUNDED -> null;
                };
        return Optional.ofNullable(sentence);
    }

    private static String note(Refund refund) {
        return refund.note().isBlank() ? "" : "（" + refund.note() + "）";
    }

    /**
     * Ends the dispute about a bill's charge. Does nothing if there is none.
     *
     * @param by who decided
     * @param what follows, in Chinese
     * @throws RefundRefused in Chinese: the money is not back yet
     */
    @Transactional
    public void close(long billId, String by, String what) {
        deductions.ofBill(billId).filter(Deduction::disputed).ifPresent(deduction -> {
            obstacle(deduction).ifPresent(why -> {
                throw new RefundRefused(why);
            });
            close(deduction, by, what);
        });
    }

    /** The refund is done. A dispute that no step of a process waits for is over with it. */
    void refunded(long deductionId) {
        Deduction deduction = deductions.byId(deductionId).orElseThrow();
        if (deduction.disputed() && deduction.disputedLate()) {
            close(deduction, "system", "款项已退回");
        }
    }

    private void close(Deduction deduction, String by, String what) {
        if (deductions.closeDispute(deduction, by)) {
            steps.add(deduction.id(), Kind.DISPUTE_CLOSED, by, what);
            aftermath.disputeClosed(deduction);
        }
    }
}

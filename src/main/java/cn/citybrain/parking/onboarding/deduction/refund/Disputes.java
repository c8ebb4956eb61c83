package cn.citybrain.parking.onboarding.deduction.refund;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.DisputeObstacle;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundRefused;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.ledger.OutcomeTable;
import cn.citybrain.parking.onboarding.deduction.record.DeductionAftermath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges that were not as ordered. First the channel is asked what it really charged, unless that was its answer already:
 * what it tells unasked may be wrong. Then the money goes back, with four eyes and in the channel's own words; only then is a
 * dispute over, and the lot's test may go on or end. When nothing was charged after all, nothing has to go back.
 */
@NamedInterface("services")
@Component
public class Disputes {

    private final DeductionTable deductions;
    private final OutcomeTable outcomes;
    private final RefundTable refunds;
    private final DeductionSteps steps;
    private final DeductionAftermath aftermath;

    Disputes(
            DeductionTable deductions,
            OutcomeTable outcomes,
            RefundTable refunds,
            DeductionSteps steps,
            DeductionAftermath aftermath) {
        this.deductions = deductions;
        this.outcomes = outcomes;
        this.refunds = refunds;
        this.steps = steps;
        this.aftermath = aftermath;
    }

    /**
     * What has to happen before a disputed charge is over, in Chinese; empty when the money is back, when nothing was charged,
     * or when nothing is disputed.
     */
    public Optional<String> obstacle(Deduction deduction) {
        return Optional.ofNullable(obstacles(List.of(deduction)).get(deduction.id()))
                .map(DisputeObstacle::text);
    }

    /** By id, of those of these charges that have one; in one statement. */
    public Map<Long, DisputeObstacle> obstacles(Collection<Deduction> charges) {
        List<Deduction> open = charges.stream()
                .filter(charge -> charge.disputed() && !charge.chargedNothing())
                .toList();
        Map<Long, Refund> newest =
                refunds
                        .latest(open.stream()
                                .filter(charge -> !charge.inDoubt())
                                .map(Deduction::id)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Refund::deductionId, Function.identity()));
        Map<Long, DisputeObstacle> obstacles = new HashMap<>();
        open.forEach(charge ->
                obstacle(charge, newest.get(charge.id())).ifPresent(found -> obstacles.put(charge.id(), found)));
        return obstacles;
    }

    private static Optional<DisputeObstacle> obstacle(Deduction charge, Refund newest) {
        if (charge.inDoubt()) {
            return Optional.of(new DisputeObstacle("正在向渠道核对实际扣款金额，核对以后才能退款。系统会自动查询，请稍后再来", true));
        }
        return newest == null ? Optional.of(new DisputeObstacle("这笔扣款还没有退款。请先申请退款，由另一位主管批准", false)) : obstacle(newest);
    }

    /** As {@link #obstacle(Deduction)}, for the newest attempt to charge a bill. */
    public Optional<String> obstacle(long billId) {
        return deductions.ofBill(billId).flatMap(this::obstacle);
    }

    private static Optional<DisputeObstacle> obstacle(Refund newest) {
        return switch (newest.state()) {
            case REQUESTED -> Optional.of(new DisputeObstacle("退款申请还没有批准。请另一位主管在停车场页面批准", false));
            case APPROVED, SENT ->
                Optional.of(new DisputeObstacle("退款已批准，正在等待渠道确认退款。系统会自动查询，请稍后再来" + note(newest), true));
            case FAILED -> Optional.of(new DisputeObstacle("渠道没有退成款" + note(newest) + "。请处理后重新申请退款", false));
            case DECLINED -> Optional.of(new DisputeObstacle("上一次退款申请没有获得批准。请重新申请退款", false));
            case REFUNDED -> Optional.empty();
        };
    }

    private static String note(Refund refund) {
        return refund.note().isBlank() ? "" : "（" + refund.note() + "）";
    }

    /**
     * Ends the dispute about a bill's charge. Does nothing if there is none.
     *
     * @param by who decided
     * @param next what follows, in Chinese
     * @throws RefundRefused in Chinese: the money is not back yet
     */
    @Transactional
    public void close(long billId, String by, String next) {
        deductions.ofBill(billId).filter(Deduction::disputed).ifPresent(deduction -> {
            obstacle(deduction).ifPresent(why -> {
                throw new RefundRefused(why);
            });
            close(deduction, by, outcome(deduction) + "，" + next);
        });
    }

    /** The money is back, or there was none. A dispute that no step of a process waits for is over with it. */
    public void settled(long deductionId) {
        Deduction deduction = deductions.byId(deductionId).orElseThrow();
        if (deduction.disputed()
                && deduction.disputedLate()
                && obstacle(deduction).isEmpty()) {
            close(deduction, "system", outcome(deduction));
        }
    }

    /** The channel is asked (again) what a disputed charge really is about. Does nothing to others, nor while money goes back. */
    public void doubt(long deductionId) {
        outcomes.doubt(deductionId);
    }

    public boolean moneyGoesBack(long deductionId) {
        return !refunds.of(deductionId).stream().allMatch(Refund::lapsed);
    }

    private static String outcome(Deduction deduction) {
        return deduction.chargedNothing() ? "渠道确认没有扣款" : "款项已退回";
    }

    private void close(Deduction deduction, String by, String what) {
        boolean closed =
                deduction.chargedNothing() ? outcomes.nothingCharged(deduction) : outcomes.closeDispute(deduction, by);
        if (closed) {
            steps.add(deduction.id(), Kind.DISPUTE_CLOSED, by, what);
            aftermath.disputeClosed(deduction);
        }
    }
}

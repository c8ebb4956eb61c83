package cn.citybrain.parking.onboarding.deduction.refund;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundMoved;
import cn.citybrain.parking.onboarding.deduction.RefundRefused;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives test money back: one person asks, another one approves, then {@link RefundWork} deals with the channel. */
@NamedInterface("services")
@Component
public class Refunds {

    private static final int REASON_LENGTH = 80;

    private final RefundTable table;
    private final DeductionTable deductions;
    private final DeductionSteps steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refunds(
            RefundTable table,
            DeductionTable deductions,
            DeductionSteps steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.deductions = deductions;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for the whole amount back.
     *
     * @return id of the refund
     * @throws RefundRefused in Chinese: nothing was charged, or a refund is under way or done
     */
    @Transactional
    public long request(long deductionId, String by, String reason) {
        String why = Typed.lines(reason);
        require(!why.isEmpty() && Typed.length(why) <= REASON_LENGTH, "请填写退款原因，最多 " + REASON_LENGTH + " 个字");
        Deduction deduction = deductions
                .byId(deductionId)
                .filter(found -> found.chargedAmount() != null && !found.chargedNothing())
                .orElseThrow(() -> new RefundRefused("渠道没有确认过这笔扣款，没有可退的款项"));
        require(!deduction.inDoubt(), "正在向渠道核对实际扣款金额，核对以后才能申请退款，请稍后再试");
        require(deductions.hold(deduction), "扣款状态刚刚变化，请刷新后再申请");
        List<Refund> before = table.of(deductionId);
        require(before.stream().allMatch(Refund::lapsed), "这笔扣款已有退款，不能重复退款");
        try {
            long id = table.add(deduction, before.size() + 1, by, why);
            steps.add(deductionId, Kind.REFUND, by, "申请退款 " + deduction.chargedAmount() + " 分：" + why);
            events.publishEvent(new RefundMoved(deduction.bindingId(), id, Refund.State.REQUESTED));
            return id;
        } catch (DuplicateKeyException meanwhile) {
            throw new RefundRefused("这笔扣款已有退款，不能重复退款");
        }
    }

    /** @throws RefundRefused in Chinese: it is the same person, or there is nothing to approve */
    @Transactional
    public void approve(long refundId, String by) {
        Refund refund = requested(refundId);
        require(!refund.requestedBy().equals(by), "退款须由另一位主管批准，申请人不能批准自己的申请");
        require(table.approve(refundId, by, clock.instant()), "这笔退款刚刚被处理，请刷新后再看");
        steps.add(refund.deductionId(), Kind.REFUND, by, "批准退款");
    }

    /** Gives a request back to nobody: it is over, and may be asked for again. */
    @Transactional
    public void decline(long refundId, String by) {
        Refund refund = requested(refundId);
        require(table.decline(refundId, by, clock.instant()), "这笔退款刚刚被处理，请刷新后再看");
        steps.add(refund.deductionId(), Kind.REFUND, by, "未批准退款");
        long bindingId = deductions.byId(refund.deductionId()).orElseThrow().bindingId();
        events.publishEvent(new RefundMoved(bindingId, refundId, Refund.State.DECLINED));
    }

    /** How many refunds that were requested before a moment are on their way. */
    public int openFrom(java.time.Instant before) {
        return table.openFrom(before);
    }

    /** What was charged for a lot as ordered and is neither back nor on its way back, in 分. */
    public int kept(long bindingId) {
        return deductions.of(bindingId).stream()
                .filter(deduction -> deduction.state() == DeductionState.SUCCEEDED)
                .filter(deduction -> table.of(deduction.id()).stream().allMatch(Refund::lapsed))
                .mapToInt(Deduction::chargedAmount)
                .sum();
    }

    public Optional<Refund> byId(long refundId) {
        return table.byId(refundId);
    }

    /** Newest first. */
    public List<Refund> of(long deductionId) {
        return table.of(deductionId);
    }

    private Refund requested(long refundId) {
        return table.byId(refundId)
                .filter(found -> found.state() == Refund.State.REQUESTED)
                .orElseThrow(() -> new RefundRefused("没有等待批准的退款"));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new RefundRefused(message);
        }
    }
}

package cn.citybrain.parking.onboarding.deduction.refund;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.GivenNumber;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundMoved;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.ledger.LostTime;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelOrders;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends approved refunds and asks about sent ones. The channel takes one number once, so sending it twice does no harm. */
@Component
public class RefundWork {

    private final RefundTable table;
    private final DeductionTable deductions;
    private final ChannelOrders orders;
    private final DeductionSteps steps;
    private final Disputes disputes;
    private final LostTime lostTime;
    private final ChannelAdapters adapters;
    private final DeductionSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RefundWork(
            RefundTable table,
            DeductionTable deductions,
            ChannelOrders orders,
            DeductionSteps steps,
            Disputes disputes,
            LostTime lostTime,
            ChannelAdapters adapters,
            DeductionSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.deductions = deductions;
        this.orders = orders;
        this.steps = steps;
        this.disputes = disputes;
        this.lostTime = lostTime;
        this.adapters = adapters;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One step of one refund; only one caller gets to do it, and nobody while the channel is left alone. */
    public void advance(Refund refund) {
        Instant now = clock.instant();
        Deduction deduction = deductions.byId(refund.deductionId()).orElseThrow();
        boolean due = refund.nextQueryAt() != null && !now.isBefore(refund.nextQueryAt());
        if (!due
                || !adapters.passable(deduction.channel())
                || !table.claim(refund, now.plus(settings.delayAfter(refund.queries())))) {
            return;
        }
        store(refund, deduction, ask(adapters.of(deduction.channel()).charges(), refund, deduction));
    }

    private RefundResult ask(Charges charges, Refund refund, Deduction deduction) {
        RefundOrder order = order(refund, deduction);
        boolean lost = lostTime.mayHold(deduction);
        try {
            if (refund.state() == Refund.State.APPROVED && !lost) {
                return charges.refund(order);
            }
            RefundResult state = charges.refundState(order);
            if (state instanceof RefundResult.Unknown && lost) {
                state = LostRefunds.find(charges, order, deduction.outTradeNo());
            }
            return state instanceof RefundResult.Unknown ? charges.refund(order) : state;
        } catch (ChannelException unclear) {
            return new RefundResult.Unknown("渠道没有明确答复");
        }
    }

    private void store(Refund refund, Deduction deduction, RefundResult answer) {
        transaction.executeWithoutResult(status -> {
            if (answer instanceof RefundResult.Refunded done && table.refunded(refund.id(), done.refundId())) {
                note(refund, "渠道确认已退款 " + refund.amount() + " 分，" + GivenNumber.of("退款号", done.refundId()));
                disputes.settled(deduction.id());
                events.publishEvent(new RefundMoved(deduction.bindingId(), refund.id(), Refund.State.REFUNDED));
            } else if (answer instanceof RefundResult.Failed failure
                    && table.failed(refund.id(), failure.reason() + "（" + failure.code() + "）")) {
                note(refund, "渠道退款失败：" + failure.reason() + "（" + failure.code() + "）");
                disputes.doubt(deduction.id());
                events.publishEvent(new RefundMoved(deduction.bindingId(), refund.id(), Refund.State.FAILED));
            } else if (answer instanceof RefundResult.Pending pending) {
                table.note(refund.id(), pending.why().isEmpty() ? "渠道正在退款" : pending.why());
            } else if (answer instanceof RefundResult.Unknown unknown) {
                table.note(refund.id(), "退款结果未知：" + unknown.why());
            }
        });
    }

    private RefundOrder order(Refund refund, Deduction deduction) {
        DeductionOrder charge = orders.of(deduction);
        return new RefundOrder(
                refund.outRefundNo(),
                charge,
                Objects.requireNonNullElse(deduction.transactionNo(), ""),
                refund.amount(),
                deduction.chargedAmount(),
                refund.reason());
    }

    private void note(Refund refund, String text) {
        steps.add(refund.deductionId(), Kind.REFUND, "channel", text);
    }
}

package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.ledger.LostTime;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Asks a channel what became of an order. Never charges, except that a number which was never seen may go out again. */
@Component
class DeductionQuery {

    private static final Duration AFTER_GIVING_UP = Duration.ofDays(1);

    private final DeductionTable table;
    private final ChannelOrders orders;
    private final Settlement settlement;
    private final DeductionSending sending;
    private final LostTime lostTime;
    private final ChannelAdapters adapters;
    private final DeductionSettings settings;
    private final Clock clock;

    DeductionQuery(
            DeductionTable table,
            ChannelOrders orders,
            Settlement settlement,
            DeductionSending sending,
            LostTime lostTime,
            ChannelAdapters adapters,
            DeductionSettings settings,
            Clock clock) {
        this.table = table;
        this.orders = orders;
        this.settlement = settlement;
        this.sending = sending;
        this.lostTime = lostTime;
        this.adapters = adapters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who asks, and so what may follow where the channel never saw the number. */
    enum Caller {
        /** Follows every deduction: notes it. */
        SWEEP,
        /** The gate, while it waits: brings it back to the act. */
        WAIT,
        /** The gate's act: sends it again. */
        ACT
    }

    /**
     * Asks if it is time; one caller only, the others find the time moved. While the channel is left alone nobody asks.
     *
     * @return true only for {@link Caller#WAIT}: the number may go out again, and may be asked for at once
     */
    boolean ask(Deduction deduction, Caller caller) {
        Instant now = clock.instant();
        if (now.isBefore(deduction.nextQueryAt())
                || !adapters.passable(deduction.channel())
                || !table.claimQuery(deduction, now.plus(delay(deduction, now)))) {
            return false;
        }
        Charges charges = adapters.of(deduction.channel()).charges();
        DeductionResult answer = answer(charges, deduction);
        if (answer instanceof DeductionResult.NeverSeen) {
            return neverSeen(charges, table.byId(deduction.id()).orElseThrow(), caller);
        }
        settlement.settle(deduction.outTradeNo(), answer, Settlement.Source.QUERY);
        return false;
    }

    private DeductionResult answer(Charges charges, Deduction deduction) {
        DeductionOrder order = orders.of(deduction);
        try {
            return charges.deduction(order);
        } catch (ChannelException unclear) {
            return new DeductionResult.Unknown("查询没有得到明确答复");
        }
    }

    private boolean neverSeen(Charges charges, Deduction deduction, Caller caller) {
        Instant now = clock.instant();
        boolean believable = !now.isBefore(lostTime.lastSent(deduction).plus(charges.settleTime()));
        if (believable && deduction.disputed()) {
            settlement.settle(
                    deduction.outTradeNo(),
                    new DeductionResult.Failed("NEVER_SEEN", "渠道查无此单"),
                    Settlement.Source.QUERY);
        } else if (believable && caller != Caller.SWEEP && sending.givenUp(deduction)) {
            settlement.settle(
                    deduction.outTradeNo(),
                    new DeductionResult.Failed("NEVER_SEEN", "渠道没有收到扣款请求，接入正在撤回，不再重发"),
                    Settlement.Source.QUERY);
        } else if (believable && caller == Caller.ACT && mayGoOutAgain(charges, deduction, now)) {
            sending.resend(deduction);
        } else {
            settlement.settle(deduction.outTradeNo(), new DeductionResult.NeverSeen(), Settlement.Source.QUERY);
            return believable
                    && caller == Caller.WAIT
                    && mayGoOutAgain(charges, deduction, now)
                    && table.askNow(deduction.id(), now);
        }
        return false;
    }

    private boolean mayGoOutAgain(Charges charges, Deduction deduction, Instant now) {
        return charges.idempotentOnOutTradeNo()
                && !deduction.abandoned()
                && deduction.state().undecided()
                && deduction.sends() < settings.maxSends()
                && now.isBefore(deduction.sentAt().plus(settings.giveUpAfter()));
    }

    private Duration delay(Deduction deduction, Instant now) {
        boolean givenUp = !deduction.disputed() && (deduction.abandoned() || deduction.exhausted(now));
        return givenUp ? AFTER_GIVING_UP : settings.delayAfter(deduction.queries() + 1);
    }
}

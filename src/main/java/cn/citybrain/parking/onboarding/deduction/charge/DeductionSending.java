package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionOrders;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.ledger.LostTime;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelVisit;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitReports;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends an order: first committed as sent, then called, outside of any transaction, then the answer is stored. */
@Component
class DeductionSending {

    private final DeductionTable table;
    private final DeductionOrders orders;
    private final DeductionSteps steps;
    private final Settlement settlement;
    private final VisitReports visits;
    private final LostTime lostTime;
    private final ChannelLots lots;
    private final ChannelAdapters adapters;
    private final DeductionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeductionSending(
            DeductionTable table,
            DeductionOrders orders,
            DeductionSteps steps,
            Settlement settlement,
            VisitReports visits,
            LostTime lostTime,
            ChannelLots lots,
            ChannelAdapters adapters,
            DeductionSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.orders = orders;
        this.steps = steps;
        this.settlement = settlement;
        this.visits = visits;
        this.lostTime = lostTime;
        this.lots = lots;
        this.adapters = adapters;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Sends what was prepared, unless the test was given up or the channel does not pay for this visit. While the channel is
     * left alone nothing is sent: the deduction stays prepared.
     */
    void send(Deduction deduction) {
        if (lostTime.mayHold(deduction)) {
            if (adapters.passable(deduction.channel())) {
                assumeSent(deduction);
            }
            return;
        }
        if (givenUp(deduction)) {
            settlement.notSent(deduction, "WITHDRAWN", "该停车场的接入正在撤回，没有发起扣款");
            return;
        }
        if (!adapters.passable(deduction.channel())) {
            return;
        }
        Optional<ChannelVisit> visit = visits.forDeduction(deduction);
        Optional<DeductionResult.Failed> obstacle = obstacle(visit);
        if (obstacle.isPresent()) {
            settlement.notSent(deduction, obstacle.get().code(), obstacle.get().reason());
        } else {
            send(deduction, visit.orElseThrow());
        }
    }

    private static Optional<DeductionResult.Failed> obstacle(Optional<ChannelVisit> visit) {
        if (visit.isEmpty()) {
            return Optional.of(new DeductionResult.Failed("PLATE_REMOVED", "测试车辆在扣款之前被删除，没有发起扣款"));
        }
        return visit.filter(found -> !found.chargeable())
                .map(found -> new DeductionResult.Failed(found.state().name(), "渠道不为本次停车扣款：" + found.reason()));
    }

    private void send(Deduction deduction, ChannelVisit visit) {
        Instant now = clock.instant();
        DeductionOrder order = order(deduction, visit, now);
        if (claim(deduction, order, now)) {
            charge(adapters.of(deduction.channel()).charges(), order);
        }
    }

    private DeductionOrder order(Deduction deduction, ChannelVisit visit, Instant now) {
        LotBinding binding = lots.binding(deduction.bindingId());
        return new DeductionOrder(
                deduction.outTradeNo(),
                visit.visit(lots.registration(binding)),
                deduction.amount(),
                binding.lotName() + "停车费",
                now);
    }

    /** After a restored backup: nothing goes out before the channel was asked for the number. */
    private void assumeSent(Deduction deduction) {
        Instant now = clock.instant();
        ChannelVisit visit = visits.forDeduction(deduction)
                .or(() -> visits.known(deduction))
                .orElseThrow(() -> new IllegalStateException("the visit of deduction " + deduction.id()
                        + " is not known: nobody can ask the channel whether it was charged before the restore"));
        String sealed = orders.seal(order(deduction, visit, now));
        transaction.executeWithoutResult(status -> {
            if (table.assumeSent(deduction, sealed, now, now.plus(settings.giveUpAfter()))) {
                steps.add(deduction.id(), Kind.ASSUMED_SENT, "system", "数据库由备份还原，这笔扣款可能已经发出：先向渠道查询");
            }
        });
    }

    /** Sends the same order again, to the letter. Only after the channel said that it never saw it. */
    void resend(Deduction deduction) {
        boolean first = deduction.sends() == 0;
        Optional<DeductionResult.Failed> obstacle = first ? obstacle(visits.forDeduction(deduction)) : Optional.empty();
        if (obstacle.isPresent()) {
            settlement.settle(deduction.outTradeNo(), obstacle.get(), Settlement.Source.QUERY);
            return;
        }
        Instant now = clock.instant();
        DeductionOrder order = orders.sent(deduction).orElseThrow();
        Boolean mine = transaction.execute(status -> {
            if (!table.claimResending(deduction, now, now.plus(settings.delayAfter(0)))) {
                return false;
            }
            steps.add(deduction.id(), Kind.RESENT, "system", first ? "渠道没有这笔扣款，现在发出" : "渠道查无此单，以同一订单号重新发出");
            return true;
        });
        if (Boolean.TRUE.equals(mine)) {
            charge(adapters.of(deduction.channel()).charges(), order);
        }
    }

    /** Whether the lot is not under test any more, or about to be withdrawn. */
    boolean givenUp(Deduction deduction) {
        LotBinding binding = lots.binding(deduction.bindingId());
        return binding.state() != BindingState.TESTING || binding.withdrawalRequestedAt() != null;
    }

    private boolean claim(Deduction deduction, DeductionOrder order, Instant now) {
        String sealed = orders.seal(order);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant nextQuery = now.plus(settings.delayAfter(0));
            if (!table.claimSending(deduction, sealed, now, nextQuery, now.plus(settings.giveUpAfter()))) {
                return false;
            }
            steps.add(deduction.id(), Kind.SENT, "system", "扣款请求发往渠道，订单号 " + order.outTradeNo());
            return true;
        }));
    }

    private void charge(Charges charges, DeductionOrder order) {
        DeductionResult answer;
        try {
            answer = charges.deduct(order);
        } catch (ChannelException unclear) {
            answer = new DeductionResult.Unknown("扣款请求没有得到明确答复");
        }
        settlement.settle(order.outTradeNo(), answer, Settlement.Source.ANSWER);
    }
}

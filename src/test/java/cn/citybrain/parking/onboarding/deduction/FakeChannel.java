package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.Agreement;
import cn.citybrain.parking.onboarding.channel.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.DeductionResult;
import cn.citybrain.parking.onboarding.channel.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.EntryResult;
import cn.citybrain.parking.onboarding.channel.LotRegistration;
import cn.citybrain.parking.onboarding.channel.LotState;
import cn.citybrain.parking.onboarding.channel.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.Plate;
import cn.citybrain.parking.onboarding.channel.RefundOrder;
import cn.citybrain.parking.onboarding.channel.RefundResult;
import cn.citybrain.parking.onboarding.channel.ReviewResult;
import cn.citybrain.parking.onboarding.channel.SubmitResult;
import cn.citybrain.parking.onboarding.channel.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel with a ledger of its own. It is as careless as a channel may be: every call of deduct charges. */
class FakeChannel implements ChannelAdapter {

    final List<DeductionOrder> charges = new CopyOnWriteArrayList<>();
    final List<Visit> entries = new CopyOnWriteArrayList<>();
    final List<RefundOrder> refunds = new CopyOnWriteArrayList<>();
    final Map<String, DeductionOrder> ledger = new ConcurrentHashMap<>();

    /** What becomes of a charge. */
    volatile Function<DeductionOrder, DeductionResult> onDeduct = this::charge;
    /** What a query answers. */
    volatile Function<DeductionOrder, DeductionResult> onQuery = this::look;

    volatile Function<Visit, EntryResult> onEntry = visit -> new EntryResult.Admitted("PK" + visit.visitNo());
    volatile Agreement agreement = new Agreement.Signed();
    volatile Function<RefundOrder, RefundResult> onRefund =
            order -> new RefundResult.Refunded("RF" + order.outRefundNo());
    volatile Function<RefundOrder, RefundResult> onRefundState = order -> new RefundResult.Pending();
    volatile boolean idempotent = true;

    DeductionResult charge(DeductionOrder order) {
        charges.add(order);
        ledger.put(order.outTradeNo(), order);
        return look(order);
    }

    DeductionResult look(DeductionOrder order) {
        DeductionOrder charged = ledger.get(order.outTradeNo());
        return charged == null ? new DeductionResult.NeverSeen() : success(charged, facts(charged));
    }

    static DeductionResult.Succeeded success(DeductionOrder order, ChargedFacts facts) {
        return new DeductionResult.Succeeded("TX" + order.outTradeNo(), Instant.parse("2026-11-23T02:00:00Z"), facts);
    }

    static ChargedFacts facts(DeductionOrder order) {
        Visit visit = order.visit();
        return new ChargedFacts(
                order.outTradeNo(),
                order.amount(),
                visit.lot().channelAccount(),
                visit.reference(),
                visit.plate().number(),
                visit.lot().lotName(),
                visit.enteredAt(),
                visit.leftAt(),
                null);
    }

    @Override
    public Channel channel() {
        return Channel.WECHATPAY;
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return agreement;
    }

    @Override
    public EntryResult entered(Visit visit) {
        entries.add(visit);
        return onEntry.apply(visit);
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        return onDeduct.apply(order);
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return onQuery.apply(order);
    }

    @Override
    public Duration settleTime() {
        return Duration.ofSeconds(60);
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return idempotent;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        refunds.add(order);
        return onRefund.apply(order);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return onRefundState.apply(order);
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReviewResult review(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LotState registerLot(LotRegistration lot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LotState lotState(LotRegistration lot) {
        throw new UnsupportedOperationException();
    }
}

package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel with a ledger of its own. It is as careless as a channel may be: every call of deduct charges. */
public class FakeChannel implements Accounts, Lots, Vehicles, Charges, Callbacks {

    public final List<DeductionOrder> charges = new CopyOnWriteArrayList<>();
    public final List<Visit> entries = new CopyOnWriteArrayList<>();
    public final List<Visit> exits = new CopyOnWriteArrayList<>();
    public final List<RefundOrder> refunds = new CopyOnWriteArrayList<>();
    public final Map<String, DeductionOrder> ledger = new ConcurrentHashMap<>();

    /** What becomes of a charge. */
    public volatile Function<DeductionOrder, DeductionResult> onDeduct = this::charge;
    /** What a query answers. */
    public volatile Function<DeductionOrder, DeductionResult> onQuery = this::look;

    public volatile Function<Visit, EntryResult> onEntry = visit -> new EntryResult.Admitted("PK" + visit.visitNo());
    public volatile Agreement agreement = new Agreement.Signed();
    /** Why it takes no plate at all; empty while it does. */
    public volatile String obstacle = "";

    public volatile Function<RefundOrder, RefundResult> onRefund =
            order -> new RefundResult.Refunded("RF" + order.outRefundNo());
    public volatile Function<RefundOrder, RefundResult> onRefundState = order -> new RefundResult.Pending();
    public volatile boolean idempotent = true;

    public DeductionResult charge(DeductionOrder order) {
        charges.add(order);
        ledger.put(order.outTradeNo(), order);
        return look(order);
    }

    public DeductionResult look(DeductionOrder order) {
        DeductionOrder charged = ledger.get(order.outTradeNo());
        return charged == null ? new DeductionResult.NeverSeen() : success(charged, facts(charged));
    }

    public static DeductionResult.Succeeded success(DeductionOrder order, ChargedFacts facts) {
        return new DeductionResult.Succeeded("TX" + order.outTradeNo(), Instant.parse("2026-11-23T02:00:00Z"), facts);
    }

    public static ChargedFacts facts(DeductionOrder order) {
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

    public ChannelAdapter adapter() {
        return new ChannelAdapter(Channel.WECHATPAY, this, this, this, this, this);
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
    public ExitResult left(Visit visit) {
        exits.add(visit);
        return new ExitResult.NotNeeded();
    }

    @Override
    public Optional<String> obstacle(Plate plate) {
        return Optional.of(obstacle).filter(why -> !why.isEmpty());
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.empty();
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
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignState signState(String account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReviewResult review(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LotState register(LotRegistration lot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LotState state(LotRegistration lot) {
        throw new UnsupportedOperationException();
    }
}

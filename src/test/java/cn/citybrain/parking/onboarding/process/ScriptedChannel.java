package cn.citybrain.parking.onboarding.process;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A channel that answers what a test wrote down. */
public class ScriptedChannel implements Accounts, Lots, Vehicles, Charges, Callbacks {

    private final Channel channel;
    public Function<String, SignState> signState = account -> new SignState.NotSigned("尚未签约");
    public Supplier<SubmitResult> submit = () -> new SubmitResult.Submitted("A1");
    public Supplier<ReviewResult> review = () -> new ReviewResult.UnderReview("审核中");
    public Supplier<LotState> registerLot = () -> new LotState.Registered("R1", "P1");
    public Supplier<LotState> lotState = () -> new LotState.Pending("R1");
    public Supplier<RefundResult> refund = () -> new RefundResult.Refunded("RF1");
    public Supplier<RefundResult> refundState = RefundResult.Pending::new;
    public Function<DeductionOrder, DeductionResult> deduct = ScriptedChannel::charged;
    public Function<DeductionOrder, DeductionResult> query = order -> new DeductionResult.Pending();
    public Supplier<Agreement> agreement = Agreement.Signed::new;
    public Function<Visit, EntryResult> entered = visit -> new EntryResult.Admitted("PK" + visit.visitNo());
    public Function<CallbackRequest, ChannelNotice> read = request -> {
        throw new UnsupportedOperationException();
    };
    public Supplier<Withdrawal> withdraw = Withdrawal.Told::new;
    public final List<String> told = new ArrayList<>();

    ScriptedChannel(Channel channel) {
        this.channel = channel;
    }

    public static DeductionResult charged(DeductionOrder order) {
        return new DeductionResult.Succeeded("TX" + order.outTradeNo(), Instant.now(), facts(order, order.amount()));
    }

    public static DeductionResult chargedAnotherAmount(DeductionOrder order) {
        return new DeductionResult.Succeeded(
                "TX" + order.outTradeNo(), Instant.now(), facts(order, order.amount() + 1));
    }

    private static DeductionResult.ChargedFacts facts(DeductionOrder order, int amount) {
        return new DeductionResult.ChargedFacts(
                order.outTradeNo(),
                amount,
                order.visit().lot().channelAccount(),
                order.visit().reference(),
                order.visit().plate().number(),
                order.visit().lot().lotName(),
                order.visit().enteredAt(),
                order.visit().leftAt(),
                null);
    }

    public Channel channel() {
        return channel;
    }

    ChannelAdapter adapter() {
        return new ChannelAdapter(channel, this, this, this, this, this);
    }

    @Override
    public SignState signState(String account) {
        told.add("signState " + account);
        return signState.apply(account);
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        told.add("submit " + application.applicationNo());
        return submit.get();
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return review.get();
    }

    @Override
    public Withdrawal withdraw(String applicationNo) {
        told.add("withdraw " + applicationNo);
        return withdraw.get();
    }

    @Override
    public LotState register(LotRegistration lot) {
        told.add("register " + lot.lotCode());
        return registerLot.get();
    }

    @Override
    public LotState state(LotRegistration lot) {
        return lotState.get();
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        told.add("withdraw lot " + lot.lotCode());
        return withdraw.get();
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return agreement.get();
    }

    @Override
    public EntryResult entered(Visit visit) {
        return entered.apply(visit);
    }

    @Override
    public ExitResult left(Visit visit) {
        return new ExitResult.NotNeeded();
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.empty();
    }

    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return CallbackAnswer.byStatus(outcome);
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        told.add("deduct " + order.outTradeNo());
        return deduct.apply(order);
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return query.apply(order);
    }

    @Override
    public Duration settleTime() {
        return Duration.ofSeconds(60);
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return refund.get();
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return refundState.get();
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        return read.apply(request);
    }
}

package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** UnionPay (银联): puts the parts together. */
@Component
class UnionPayAdapter implements ChannelAdapter {

    private final UnionPayApplications applications;
    private final UnionPayLots lots;
    private final UnionPayVisits visits;
    private final UnionPayPayments payments;
    private final UnionPayNotices notices;

    UnionPayAdapter(
            UnionPaySettings settings,
            Banks banks,
            ChannelReferences references,
            FieldCipher cipher,
            Lines lines,
            Clock clock) {
        UnionPayWire wire = new UnionPayWire(settings, lines.to(Channel.UNIONPAY), clock);
        applications = new UnionPayApplications(wire, banks);
        lots = new UnionPayLots(wire);
        visits = new UnionPayVisits(wire, references, cipher, clock);
        payments = new UnionPayPayments(wire, references, clock);
        notices = new UnionPayNotices(settings, payments, visits);
    }

    @Override
    public Channel channel() {
        return Channel.UNIONPAY;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        return applications.submit(application);
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return applications.review(applicationNo);
    }

    @Override
    public LotState registerLot(LotRegistration lot) {
        return lots.register(lot);
    }

    @Override
    public LotState lotState(LotRegistration lot) {
        return lots.state(lot);
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return lots.agreement(lot, plate);
    }

    @Override
    public EntryResult entered(Visit visit) {
        return visits.entered(visit);
    }

    @Override
    public void left(Visit visit) {
        visits.left(visit);
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        return payments.deduct(order);
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return payments.query(order);
    }

    @Override
    public Duration settleTime() {
        return UnionPayPayments.SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return payments.refund(order);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return payments.refundState(order);
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        return notices.read(request);
    }

    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return notices.answer(request, outcome);
    }
}

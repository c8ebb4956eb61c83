package cn.citybrain.parking.onboarding.channel.cmb;

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
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** China Merchants Bank (招商银行): puts the parts together. */
@Component
class CmbAdapter implements ChannelAdapter {

    private final CmbApplications applications;
    private final CmbLots lots;
    private final CmbPayments payments;
    private final CmbNotices notices;

    CmbAdapter(CmbSettings settings, ChannelReferences references, Lines lines, Clock clock) {
        CmbWire wire = new CmbWire(settings, new CmbKeys(settings), lines.to(Channel.CMB), clock);
        applications = new CmbApplications(wire, references);
        lots = new CmbLots(wire, references);
        payments = new CmbPayments(wire, lots);
        notices = new CmbNotices(wire);
    }

    @Override
    public Channel channel() {
        return Channel.CMB;
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
        // the bank is told of no entry (assumed): the debit carries the times itself
        return new EntryResult.Admitted("");
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
        return CmbPayments.SETTLE_TIME;
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
        return notices.answer(outcome);
    }
}

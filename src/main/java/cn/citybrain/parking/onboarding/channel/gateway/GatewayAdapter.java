package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
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
import cn.citybrain.parking.onboarding.channel.wire.Line;
import java.time.Clock;
import java.time.Duration;

/** A channel that is reached over the channel gateway contract (assumed). */
public final class GatewayAdapter implements ChannelAdapter {

    private final Channel channel;
    private final GatewayApplications applications;
    private final GatewayLots lots;
    private final GatewayVisits visits;
    private final GatewayDeductions deductions;
    private final GatewayNotices notices;

    public GatewayAdapter(Channel channel, GatewaySettings settings, Dialect dialect, Line line, Clock clock) {
        this.channel = channel;
        GatewayWire wire = new GatewayWire(settings, line, clock);
        String notifyUrl = settings.notifyBaseUrl().replaceAll("/+$", "") + "/callbacks/" + channel.code() + "/events";
        applications = new GatewayApplications(wire, notifyUrl);
        lots = new GatewayLots(wire, dialect, notifyUrl);
        visits = new GatewayVisits(wire, dialect);
        deductions = new GatewayDeductions(wire, dialect, notifyUrl);
        notices = new GatewayNotices(wire.signature(), deductions);
    }

    @Override
    public Channel channel() {
        return channel;
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
    public void withdraw(String applicationNo) {
        applications.withdraw(applicationNo);
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
    public void withdrawLot(LotRegistration lot) {
        lots.withdraw(lot);
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
        return deductions.deduct(order);
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return deductions.query(order);
    }

    @Override
    public Duration settleTime() {
        return GatewayDeductions.SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return deductions.refund(order);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return deductions.refundState(order);
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        return notices.read(request);
    }
}

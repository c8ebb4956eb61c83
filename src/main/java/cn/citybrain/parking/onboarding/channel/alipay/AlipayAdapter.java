package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
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
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Alipay (支付宝): puts the parts together. */
@Component
class AlipayAdapter implements ChannelAdapter {

    private final SignStates signStates;
    private final AgentOrders orders;
    private final ParkingLots lots;
    private final ParkingVisits visits;
    private final ParkingPayments payments;
    private final ParkingRefunds refunds;
    private final NoticeReader notices;

    AlipayAdapter(AlipaySettings settings, AlipayKeys keys, Wire wire, ChannelReferences references, Clock clock) {
        TradeQuery trades = new TradeQuery(wire);
        signStates = new SignStates(wire, settings.productCode());
        orders = new AgentOrders(
                wire, new SignForm(settings), new OrderStates(settings.productCode()), new Batches(references));
        lots = new ParkingLots(wire, settings);
        visits = new ParkingVisits(wire);
        payments = new ParkingPayments(wire, visits, trades, new OrderSync(wire, references), settings, clock);
        refunds = new ParkingRefunds(wire, trades);
        notices = new NoticeReader(keys, settings.appId(), clock);
    }

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public SignState signState(String account) {
        return signStates.of(account);
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        return orders.submit(application);
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return orders.review(applicationNo);
    }

    @Override
    public void withdraw(String applicationNo) {
        orders.withdraw(applicationNo);
    }

    @Override
    public LotState registerLot(LotRegistration lot) {
        return lots.register(lot);
    }

    /** Alipay decides at once: whoever asks again had no answer. */
    @Override
    public LotState lotState(LotRegistration lot) {
        return lots.register(lot);
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        return visits.agreement(lot, plate);
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.of(new PayerId("车主的支付宝用户号", "2088 开头的 16 位数字（或 open_id），查询签约状态更准确；不知道可以不填"));
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
        return payments.deduction(order);
    }

    @Override
    public Duration settleTime() {
        return ParkingPayments.SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return refunds.refund(order);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return refunds.state(order);
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        return notices.read(request);
    }

    /** Alipay repeats until it reads exactly this word. */
    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new CallbackAnswer(200, "text/plain", "success");
            case INVALID -> new CallbackAnswer(400, "text/plain", "fail");
            case NOT_STORED -> new CallbackAnswer(500, "text/plain", "fail");
        };
    }
}

package cn.citybrain.parking.onboarding.channel.wechatpay;

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
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.wexinpayscoreparking.WexinPayScoreParkingService;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** WeChat Pay (微信支付): puts the parts together. */
@Component
class WechatPayAdapter implements ChannelAdapter {

    private final Applyments applyments;
    private final LotApplications lots;
    private final ParkingVisits visits;
    private final ParkingPayments payments;
    private final ParkingRefunds refunds;
    private final NoticeReader notices;

    WechatPayAdapter(
            WechatPaySettings settings, RSAPublicKeyConfig keys, PlatformSignature signature, Wire wire, Clock clock) {
        WexinPayScoreParkingService parking = new WexinPayScoreParkingService.Builder()
                .httpClient(wire.http())
                .build();
        applyments = new Applyments(
                wire,
                new MediaUpload(wire),
                new ApplymentForm(settings, keys.createEncryptor()),
                settings.businessCodePrefix());
        lots = new LotApplications(wire);
        visits = new ParkingVisits(wire, parking, settings);
        payments = new ParkingPayments(wire, parking, settings, clock);
        refunds = new ParkingRefunds(
                wire, new RefundService.Builder().httpClient(wire.http()).build());
        notices = new NoticeReader(signature, keys.createAeadCipher(), settings.spMchid());
    }

    @Override
    public Channel channel() {
        return Channel.WECHATPAY;
    }

    @Override
    public SubmitResult submit(MerchantApplication application) {
        return applyments.submit(application);
    }

    @Override
    public ReviewResult review(String applicationNo) {
        return applyments.review(applicationNo);
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
        return visits.agreement(lot, plate);
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.of(new PayerId("车主的微信 openid", "查询签约状态时用；不知道可以不填，车辆入场时微信支付会告知能否扣款"));
    }

    @Override
    public EntryResult entered(Visit visit) {
        return visits.entered(visit);
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
}

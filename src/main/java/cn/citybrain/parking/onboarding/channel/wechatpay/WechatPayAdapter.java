package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Agreement;
import cn.citybrain.parking.onboarding.channel.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.DeductionResult;
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
import org.springframework.stereotype.Component;

/** WeChat Pay: 微信支付. */
@Component
class WechatPayAdapter implements ChannelAdapter {

    @Override
    public Channel channel() {
        return Channel.WECHATPAY;
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

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EntryResult entered(Visit visit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        throw new UnsupportedOperationException();
    }
}

package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import java.time.Duration;

/** What moves money at a channel, with every exchange written down. */
public record RecordedCharges(Channel channel, Charges own, Exchanges exchanges) implements Charges {

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        return exchanges.of(channel, Verb.DEDUCT, About.charge(order), () -> own.deduct(order), MoneyAnswers::of);
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return exchanges.of(channel, Verb.DEDUCTION, About.charge(order), () -> own.deduction(order), MoneyAnswers::of);
    }

    @Override
    public Duration settleTime() {
        return own.settleTime();
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return own.idempotentOnOutTradeNo();
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return exchanges.of(channel, Verb.REFUND, About.refund(order), () -> own.refund(order), MoneyAnswers::of);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return exchanges.of(
                channel, Verb.REFUND_STATE, About.refund(order), () -> own.refundState(order), MoneyAnswers::of);
    }
}

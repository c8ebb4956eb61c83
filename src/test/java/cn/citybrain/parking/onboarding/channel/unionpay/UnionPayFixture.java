package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.fixture.ExpectedAnswer;
import cn.citybrain.parking.onboarding.channel.fixture.OnSiteFixture;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import java.util.Map;

final class UnionPayFixture extends OnSiteFixture {

    @Override
    public Channel channel() {
        return Channel.UNIONPAY;
    }

    @Override
    protected Map<String, String> more() {
        return Map.of("signingBank", "icbc");
    }

    @Override
    public RefusedField refusedField() {
        return new RefusedField("ParkName", "停车场名称", "storeName");
    }

    @Override
    public String failureCode() {
        return "30";
    }

    /** UnionPay has no numbers for refunds: its ledger names the charge. */
    @Override
    public String bookedRefund(String outRefundNo, String outTradeNo) {
        return "RF-" + outTradeNo;
    }

    @Override
    public ExpectedAnswer answer(Outcome outcome) {
        String code =
                switch (outcome) {
                    case TAKEN -> "00";
                    case INVALID -> "01";
                    case NOT_STORED -> "99";
                };
        return new ExpectedAnswer(200, "\"ResultCode\":\"" + code + "\"");
    }

    @Override
    public boolean datesCallbacks() {
        return false;
    }
}

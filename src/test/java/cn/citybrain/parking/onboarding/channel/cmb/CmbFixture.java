package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.fixture.ExpectedAnswer;
import cn.citybrain.parking.onboarding.channel.fixture.OnSiteFixture;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import java.util.Map;

final class CmbFixture extends OnSiteFixture {

    @Override
    public Channel channel() {
        return Channel.CMB;
    }

    @Override
    protected Map<String, String> more() {
        return Map.of(
                "bankName", "招商银行股份有限公司杭州城西支行",
                "bankBranchId", "308331012167",
                "idCardNumber", "330106198001011235",
                "merchantShortname", "测试停车",
                "spaceCount", "320");
    }

    @Override
    public RefusedField refusedField() {
        return new RefusedField("parkName", "停车场名称", "storeName");
    }

    @Override
    public String failureCode() {
        return "NOT_ENOUGH";
    }

    @Override
    public ExpectedAnswer answer(Outcome outcome) {
        return new ExpectedAnswer(200, "\"returnCode\":\"" + (outcome == Outcome.TAKEN ? "SUCCESS" : "FAIL") + "\"");
    }

    @Override
    public boolean datesCallbacks() {
        return false;
    }
}

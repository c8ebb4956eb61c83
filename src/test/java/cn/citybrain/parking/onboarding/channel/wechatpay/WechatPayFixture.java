package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ExpectedAnswer;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class WechatPayFixture implements ChannelFixture {

    @Override
    public Channel channel() {
        return Channel.WECHATPAY;
    }

    @Override
    public Map<String, FormContent> forms(Applicant applicant) {
        Map<String, FormContent> forms = new LinkedHashMap<>();
        forms.put(FILL_FORM, new FormContent(SampleForm.values(applicant.merchant(), applicant.account()), List.of()));
        forms.put(UPLOAD_LICENCE, new FormContent(Map.of(), SampleForm.PAPERS));
        return forms;
    }

    @Override
    public RefusedField refusedField() {
        return new RefusedField("business_info/sales_info/biz_store_info/biz_store_name", "门店名称", "storeName");
    }

    @Override
    public String failureCode() {
        return "PAY_FAIL";
    }

    @Override
    public ExpectedAnswer answer(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new ExpectedAnswer(200, "");
            case INVALID -> new ExpectedAnswer(400, "\"code\":\"FAIL\"");
            case NOT_STORED -> new ExpectedAnswer(500, "\"code\":\"FAIL\"");
        };
    }
}

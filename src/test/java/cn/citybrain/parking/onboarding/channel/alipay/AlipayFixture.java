package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.application.SampleAlipay;
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

final class AlipayFixture implements ChannelFixture {

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public Map<String, FormContent> forms(Applicant applicant) {
        Map<String, FormContent> forms = new LinkedHashMap<>();
        forms.put(
                "userTask_confirmEnterpriseAccount",
                new FormContent(SampleAlipay.account(applicant.merchant(), applicant.account()), List.of()));
        forms.put("userTask_fillApplication", new FormContent(SampleAlipay.form(applicant.lots()), List.of()));
        forms.put(UPLOAD_LICENCE, new FormContent(Map.of(), SampleAlipay.FORM_PAPERS));
        forms.put(
                "userTask_fillReceivingAccount",
                new FormContent(
                        SampleAlipay.receiving(applicant.merchant(), applicant.applicationNo()),
                        SampleAlipay.RECEIVING_PAPERS));
        return forms;
    }

    /** Alipay's numbers of merchants begin with 2088. */
    @Override
    public String account(long number) {
        return "2088" + number;
    }

    @Override
    public String merchantNo(String digits) {
        return "2088" + digits.substring(digits.length() - 12);
    }

    @Override
    public RefusedField refusedField() {
        return new RefusedField("contact_name", "联系人姓名", "contactName");
    }

    @Override
    public String failureCode() {
        return "BUYER_BALANCE_NOT_ENOUGH";
    }

    @Override
    public ExpectedAnswer answer(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new ExpectedAnswer(200, "success");
            case INVALID -> new ExpectedAnswer(400, "fail");
            case NOT_STORED -> new ExpectedAnswer(500, "fail");
        };
    }
}

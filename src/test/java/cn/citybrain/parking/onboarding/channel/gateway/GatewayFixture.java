package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.fixture.ExpectedAnswer;
import cn.citybrain.parking.onboarding.channel.fixture.OnSiteFixture;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;

/** What is alike at the channels of the gateway contract. */
public abstract class GatewayFixture extends OnSiteFixture {

    /** The contract names fields as the forms do. */
    @Override
    public RefusedField refusedField() {
        return new RefusedField("contactName", "联系人", "contactName");
    }

    @Override
    public String failureCode() {
        return "INSUFFICIENT_BALANCE";
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

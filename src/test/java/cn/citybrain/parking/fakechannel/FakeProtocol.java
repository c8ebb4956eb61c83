package cn.citybrain.parking.fakechannel;

import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** One address; what is asked stands in the form. */
class FakeProtocol implements Protocol {

    @Override
    public String channel() {
        return "fake";
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().equals("/sim/fake");
    }

    @Override
    public Optional<FakeOperation> operation(Call call) {
        return Arrays.stream(FakeOperation.values())
                .filter(operation -> operation.name().equals(call.parameter("do")))
                .findFirst();
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        return call.parameter("partner").equals("us") ? Optional.empty() : Optional.of(error(call, 0, "WHO", "不认识"));
    }

    @Override
    public Answer error(Call call, int status, String code, String message) {
        return Answer.json(
                200, "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code.isEmpty() ? "BROKEN" : code, message));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        return answer.header("X-Seal", seal.name());
    }
}

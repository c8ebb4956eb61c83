package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** APIv3: signature of request and answer in headers. */
@Component
class WechatPayProtocol implements Protocol {

    private final Authorization authorization;
    private final Seals seals;
    private final Clock clock;
    private final JsonText json;

    WechatPayProtocol(Authorization authorization, Seals seals, Clock clock, JsonText json) {
        this.authorization = authorization;
        this.seals = seals;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String channel() {
        return WechatPayParty.CODE;
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/v3/");
    }

    @Override
    public Optional<WechatPayOperation> operation(Call call) {
        return WechatPayOperation.of(call.method(), call.path());
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        boolean upload =
                operation(call).filter(WechatPayOperation.UPLOAD::equals).isPresent();
        String body = upload ? call.part("meta") : call.body();
        try {
            authorization.check(
                    call.method(), call.target(), body, call.request().getHeader("Authorization"));
            return Optional.empty();
        } catch (ApiError error) {
            return Optional.of(answer(error.status(), error.body()));
        }
    }

    @Override
    public Answer error(Call call, int status, String code, String message) {
        return answer(
                status == 0 ? 500 : status,
                Map.of(
                        "code", code.isEmpty() ? "SYSTEM_ERROR" : code,
                        "message", message.isEmpty() ? "系统异常" : message));
    }

    private Answer answer(int status, Map<String, Object> body) {
        return Answer.json(status, json.of(body));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        if (seal == Seal.NONE) {
            return answer;
        }
        Duration age = seal == Seal.STALE ? Duration.ofMinutes(6) : Duration.ZERO;
        return answer.headers(seals.headers(answer.body(), clock.instant().minus(age), seal == Seal.WRONG))
                .header("Request-ID", seals.random(32));
    }
}

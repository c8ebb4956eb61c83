package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.SeenNonces;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The contract's calls of one party: signed in headers both ways. */
final class GatewayProtocol implements Protocol {

    private final Party party;
    private final GatewaySeal seals;
    private final SeenNonces nonces;
    private final JsonText json;

    GatewayProtocol(Party party, JsonText json, Clock clock) {
        this.party = party;
        this.seals = new GatewaySeal(party, clock);
        this.nonces = new SeenNonces(clock);
        this.json = json;
    }

    @Override
    public String channel() {
        return party.code();
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().startsWith(party.root() + "/v1/");
    }

    @Override
    public Optional<? extends Operation> operation(Call call) {
        return GatewayOperation.of(
                call.method(), call.path().substring(party.root().length()));
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        String timestamp = call.header("X-Timestamp");
        String nonce = call.header("X-Nonce");
        String claimed = call.header("X-Signature");
        boolean genuine = party.appId().equals(call.header("X-App-Id"))
                && seals.genuine(call.method(), call.target(), timestamp, nonce, call.body(), claimed);
        if (!genuine) {
            return Optional.of(error(call, 401, "BAD_SIGNATURE", "签名不正确"));
        }
        if (!seals.fresh(timestamp) || !nonces.accept(nonce, claimed)) {
            return Optional.of(error(call, 401, "STALE", "时间戳超出 5 分钟，或随机串已用过"));
        }
        return Optional.empty();
    }

    @Override
    public Answer error(Call call, int status, String code, String message) {
        return Answer.json(
                status == 0 ? 500 : status,
                json.of(Map.of(
                        "code", code.isEmpty() ? "SYSTEM_ERROR" : code,
                        "message", message.isEmpty() ? "系统异常" : message)));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        String subject = call.method() + " " + answer.status();
        return answer.headers(seals.headers(subject, call.target(), call.header("X-Nonce"), answer.body(), seal));
    }
}

package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forms in, JSON out, always HTTP 200; answers are signed (ours, the real ones are not). */
@Component
class UnionPayProtocol implements Protocol {

    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final JsonText json;
    private final Clock clock;

    UnionPayProtocol(JsonText json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return UnionPayParty.CODE;
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().equals(UnionPayParty.PATH);
    }

    @Override
    public Optional<? extends Operation> operation(Call call) {
        return UnionPayOperation.of(call.parameter("TransId"));
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        Map<String, String> form = call.fields();
        if (!UnionPaySeals.sign(form).equals(form.get("Sign"))) {
            return Optional.of(error(call, 0, "01", "签名错误"));
        }
        if (!fresh(form.getOrDefault("ReqTime", ""))) {
            return Optional.of(error(call, 0, "01", "请求时间超出 5 分钟"));
        }
        return UnionPayOperation.of(form.getOrDefault("TransId", "")).isPresent()
                ? Optional.empty()
                : Optional.of(error(call, 0, "02", "交易类型未知"));
    }

    private boolean fresh(String requestTime) {
        try {
            var at = LocalDateTime.parse(requestTime, REQUEST_TIME)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant();
            return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public Answer error(Call call, int status, String code, String message) {
        return Answer.json(
                200,
                json.of(Map.of(
                        "ResultCode", code.isEmpty() ? "99" : code,
                        "ResultMsg", message.isEmpty() ? "系统异常" : message)));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        if (answer.body().isEmpty()) {
            return answer;
        }
        Map<String, String> fields = json.fields(answer.body()).orElseThrow();
        String transId = call.parameter("TransId");
        fields.put("TransId", transId.matches("\\d{5}") ? "" + (Integer.parseInt(transId) + 1) : "");
        fields.put("Remark", call.parameter("Remark"));
        UnionPaySeals.seal(fields, seal);
        return answer.body(json.of(fields));
    }

    @Override
    public Answer malformed(Call call) {
        return Answer.json(200, "<html>");
    }
}

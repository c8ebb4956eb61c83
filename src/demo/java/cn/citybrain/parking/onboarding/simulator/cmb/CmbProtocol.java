package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks digest and signature of what comes in, signs what goes out. Controllers answer with the fields of the envelope;
 * the rest is put around them here.
 */
@Component
class CmbProtocol implements Protocol {

    private static final int WINDOW = 300;

    private final CmbSeals seals;
    private final JsonText json;
    private final Clock clock;

    CmbProtocol(CmbSeals seals, JsonText json, Clock clock) {
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return CmbParty.CODE;
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().startsWith(CmbParty.PATH);
    }

    @Override
    public Optional<? extends Operation> operation(Call call) {
        return CmbOperation.of(call.path().substring(CmbParty.PATH.length()));
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        Map<String, String> fields = json.fields(call.body()).orElseGet(LinkedHashMap::new);
        String timestamp = call.header("timestamp");
        boolean digested = CmbParty.APP_ID.equals(call.header("appid"))
                && CmbSeals.digest(fields.getOrDefault("sign", ""), timestamp).equals(call.header("apisign"));
        if (!digested || !seals.genuine(fields)) {
            return Optional.of(error(call, 0, "SIGN_ERROR", "验签失败"));
        }
        boolean fresh = timestamp.matches("\\d{10}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= WINDOW;
        if (!fresh) {
            return Optional.of(error(call, 0, "SIGN_ERROR", "时间戳超出 5 分钟"));
        }
        return fields.getOrDefault("signMethod", "").equals("02")
                ? Optional.empty()
                : Optional.of(error(call, 0, "SIGNMETHOD_ERROR", "签名方法须为 02"));
    }

    /** A code that begins with {@code R:} is one of respCode; others of returnCode. */
    @Override
    public Answer error(Call call, int status, String code, String message) {
        boolean taken = code.startsWith("R:");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("returnCode", taken ? "SUCCESS" : "FAIL");
        if (taken) {
            fields.put("respCode", "FAIL");
        }
        fields.put("errCode", code.isEmpty() ? "SYSTERM_ERROR" : taken ? code.substring(2) : code);
        fields.put("respMsg", message.isEmpty() ? "系统异常" : message);
        return Answer.json(status == 0 ? 200 : status, json.of(fields));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        if (answer.body().isEmpty()) {
            return answer;
        }
        Map<String, String> fields = json.fields(answer.body()).orElseGet(LinkedHashMap::new);
        fields.put("version", "0.0.1");
        fields.put("encoding", "UTF-8");
        fields.put("signMethod", "02");
        seals.seal(fields, seal);
        return answer.body(json.of(fields));
    }

    @Override
    public Answer malformed(Call call) {
        return Answer.json(200, "<html>");
    }
}

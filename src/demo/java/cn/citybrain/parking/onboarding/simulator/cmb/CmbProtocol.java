package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final int WINDOW = 300;

    private final CmbSeals seals;
    private final ObjectMapper json;
    private final Clock clock;

    CmbProtocol(CmbSeals seals, ObjectMapper json, Clock clock) {
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
        Map<String, String> fields = fields(call.body());
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

    private Map<String, String> fields(String body) {
        try {
            return json.readValue(body, FIELDS);
        } catch (JsonProcessingException e) {
            return new LinkedHashMap<>();
        }
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
        return Answer.json(status == 0 ? 200 : status, text(fields));
    }

    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        if (answer.body().isEmpty()) {
            return answer;
        }
        Map<String, String> fields = fields(answer.body());
        fields.put("version", "0.0.1");
        fields.put("encoding", "UTF-8");
        fields.put("signMethod", "02");
        seals.seal(fields, seal);
        return answer.body(text(fields));
    }

    @Override
    public Answer malformed(Call call) {
        return Answer.json(200, "<html>");
    }

    private String text(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay;

import cn.citybrain.parking.onboarding.simulator.channel.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.Call;
import cn.citybrain.parking.onboarding.simulator.channel.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.Seal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One address for everything; the method is a parameter, and the signed answer wraps the node's text as it was written. */
@Component
class AlipayProtocol implements Protocol {

    static final String GATEWAY = "/sim/alipay/gateway.do";

    /** Assumed: the documentation knows the refusal, not the limit. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final AlipaySeals seals;
    private final ObjectMapper json;
    /** The SDK signs with the machine's time, not with the platform's clock. */
    private final Clock machine = Clock.systemUTC();

    AlipayProtocol(AlipaySeals seals, ObjectMapper json) {
        this.seals = seals;
        this.json = json;
    }

    @Override
    public String channel() {
        return Alipay.CODE;
    }

    @Override
    public boolean owns(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/sim/alipay/");
    }

    @Override
    public Optional<AlipayOperation> operation(Call call) {
        return AlipayOperation.of(call.parameter("method"));
    }

    @Override
    public Optional<Answer> refusal(Call call) {
        try {
            check(parameters(call));
            return Optional.empty();
        } catch (AlipayError error) {
            return Optional.of(answer(200, error.node()));
        }
    }

    private void check(Map<String, String> parameters) {
        present(parameters, "method", "method");
        present(parameters, "app_id", "app-id");
        present(parameters, "sign", "signature");
        present(parameters, "sign_type", "signature-type");
        present(parameters, "timestamp", "timestamp");
        present(parameters, "version", "version");
        if (AlipayOperation.of(parameters.get("method")).isEmpty()) {
            throw new AlipayError("40002", "isv.invalid-method", "不存在的方法名");
        }
        if (!parameters.get("app_id").equals(AlipayParty.APP_ID)) {
            throw new AlipayError("40002", "isv.invalid-app-id", "无效的应用授权令牌或 AppID");
        }
        if (!parameters.get("sign_type").equals("RSA2")
                || !seals.signedByApplication(AlipaySeals.text(parameters, "sign"), parameters.get("sign"))) {
            throw new AlipayError("40002", "isv.invalid-signature", "验签出错，请检查应用私钥与签名原文");
        }
        if (!fresh(parameters.get("timestamp"))) {
            throw new AlipayError("40002", "isv.invalid-timestamp", "时间戳超出有效范围");
        }
    }

    private static void present(Map<String, String> parameters, String name, String code) {
        if (parameters.getOrDefault(name, "").isEmpty()) {
            throw new AlipayError("40001", "isv.missing-" + code, "缺少参数 " + name);
        }
    }

    private boolean fresh(String timestamp) {
        try {
            Instant at = BeijingTime.instant(timestamp);
            return Duration.between(at, machine.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Of query and form together; files are not signed. */
    private static Map<String, String> parameters(Call call) {
        Map<String, String> single = new LinkedHashMap<>();
        call.parameters().forEach((name, values) -> single.put(name, values[0]));
        return single;
    }

    /**
     * @param status a status of HTTP, or a code of the gateway (20000 …); 10000: not refused, but {@code code} is its
     *     biz_code; 0 = business failure
     */
    @Override
    public Answer error(Call call, int status, String code, String message) {
        if (status == 10000) {
            Map<String, Object> node = AlipayError.success();
            node.put("biz_code", code);
            node.put("biz_msg", message);
            return answer(200, node);
        }
        boolean http = status > 0 && status < 1000;
        String gateway = status == 0 || http ? (code.isEmpty() ? "20000" : "40004") : Integer.toString(status);
        String subCode = code.isEmpty() && gateway.equals("20000") ? "isp.unknow-error" : code;
        return answer(
                http ? status : 200, new AlipayError(gateway, subCode, message.isEmpty() ? "系统繁忙" : message).node());
    }

    private Answer answer(int status, Map<String, Object> node) {
        try {
            return Answer.json(status, json.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes that are signed are the bytes that are sent: the node is written once, and wrapped by joining. */
    @Override
    public Answer seal(Call call, Answer answer, Seal seal) {
        if (answer.body().isEmpty()) {
            return answer;
        }
        String node = answer.body();
        String root = root(call.parameter("method"));
        String sign =
                seal == Seal.NONE ? "" : ",\"sign\":\"" + seals.sign(seal == Seal.WRONG ? node + " " : node) + "\"";
        return answer.body("{\"" + root + "\":" + node + sign + "}");
    }

    private static String root(String method) {
        return AlipayOperation.of(method).isEmpty() ? "error_response" : method.replace('.', '_') + "_response";
    }

    @Override
    public Answer malformed(Call call) {
        return Answer.json(200, "<html><body>502 Bad Gateway</body></html>");
    }
}

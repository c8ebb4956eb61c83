package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Answer;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Call;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One address for everything; the method is a parameter, and the signed answer wraps the node's text as it was written. */
@Component
public class AlipayProtocol implements Protocol {

    public static final String GATEWAY = "/sim/alipay/gateway.do";

    private final AlipaySeals seals;
    private final EnvelopeChecks checks;
    private final JsonText json;

    AlipayProtocol(AlipaySeals seals, EnvelopeChecks checks, JsonText json) {
        this.seals = seals;
        this.checks = checks;
        this.json = json;
    }

    @Override
    public String channel() {
        return AlipayParty.CODE;
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
            // of query and form together; files are not signed
            checks.check(call.fields());
            return Optional.empty();
        } catch (AlipayError error) {
            return Optional.of(answer(200, error.node()));
        }
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
        return Answer.json(status, json.of(node));
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

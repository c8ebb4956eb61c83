package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.alipay.api.AlipayApiErrorEnum;
import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Alipay through the SDK, which signs and verifies. Whatever is not a signed 10000 becomes a {@link AlipayRefusal} or a
 * {@link NoAnswer}.
 */
final class AlipayWire {

    private static final Logger LOG = LoggerFactory.getLogger(AlipayWire.class);

    private final AlipayClient client;
    private final Line line;

    AlipayWire(AlipayClient client, Line line) {
        this.client = client;
        this.line = line;
    }

    <T extends AlipayResponse> T call(AlipayRequest<T> request) {
        T answer = execute(request);
        boolean signed = AnswerBody.signed(request.getApiMethodName(), answer.getBody());
        if (text(answer.getCode()).isEmpty()) {
            throw logged(request, new NoAnswer(Channel.ALIPAY, "应答没有 code"));
        }
        if (signed && success(answer)) {
            return answer;
        }
        String words = text(answer.getSubMsg()).isEmpty() ? text(answer.getMsg()) : answer.getSubMsg();
        throw logged(request, new AlipayRefusal(answer.getCode(), text(answer.getSubCode()), words, signed));
    }

    /** As {@link #call}, for what only asks. */
    <T extends AlipayResponse> T ask(AlipayRequest<T> question) {
        return line.asking(() -> call(question));
    }

    /** As {@link #call}, for what moves money: the signed request is kept under its number before it leaves. */
    <T extends AlipayResponse> T kept(String outNo, AlipayRequest<T> request) {
        return line.keeping(outNo, () -> call(request));
    }

    /** The SDK's own {@code isSuccess} is true for every answer without a sub code. */
    private static boolean success(AlipayResponse answer) {
        return "10000".equals(answer.getCode()) && text(answer.getSubCode()).isEmpty();
    }

    private <T extends AlipayResponse> T execute(AlipayRequest<T> request) {
        try {
            return Objects.requireNonNull(client.execute(request));
        } catch (AlipayApiException | RuntimeException e) {
            // a wrong or missing signature comes as an unchecked exception, whose message may hold the whole answer
            throw logged(request, new NoAnswer(Channel.ALIPAY, "应答缺失或无法验证（" + kind(e) + "）"));
        }
    }

    /** The status, or the SDK's name of what went wrong, else the kind of the innermost cause. */
    private static String kind(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage());
        if (message.matches("HTTP \\d{3}")) {
            return message;
        }
        return Arrays.stream(AlipayApiErrorEnum.values())
                .filter(known -> message.equals(known.getErrMsg()))
                .map(Enum::name)
                .findFirst()
                .orElse(innermost.getClass().getSimpleName());
    }

    private static WireFailure logged(AlipayRequest<?> request, WireFailure failure) {
        if (failure instanceof AlipayRefusal refusal && refusal.configuration()) {
            LOG.error(
                    "Alipay does not accept us, check keys, clock and permissions: {} {}",
                    request.getApiMethodName(),
                    refusal.why());
        } else {
            LOG.warn("Alipay: {} {}", request.getApiMethodName(), failure.why());
        }
        return failure;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.CloseNowException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives the answer: signed as it should be, or with the fault that was planned. */
@Component
final class Answers implements DisposableBean {

    private static final Set<Fault.Kind> INSTEAD_OF_WORK = Set.of(
            Fault.Kind.REFUSE, Fault.Kind.REFUSE_UNSIGNED, Fault.Kind.CUT, Fault.Kind.HOLD, Fault.Kind.ACCEPTED_202);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Seals seals;
    private final Clock clock;
    private final ObjectMapper json;

    Answers(Seals seals, Clock clock, ObjectMapper json) {
        this.seals = seals;
        this.clock = clock;
        this.json = json;
    }

    /** Whether the work is done all the same. */
    static boolean works(Fault fault) {
        return !INSTEAD_OF_WORK.contains(fault.kind());
    }

    void give(Optional<Fault> fault, ContentCachingResponseWrapper answer, HttpServletResponse response)
            throws IOException {
        if (fault.isEmpty()) {
            signed(answer, response);
            return;
        }
        switch (fault.get().kind()) {
            case REFUSE, DONE_THEN_ERROR -> signed(error(fault.get(), answer), response);
            case REFUSE_UNSIGNED -> error(fault.get(), answer).copyBodyToResponse();
            case UNSIGNED -> answer.copyBodyToResponse();
            case CUT, DONE_THEN_CUT -> cut(response);
            case HOLD -> holdThenCut(fault.get(), response);
            case DONE_THEN_HOLD -> holdThenAnswer(fault.get(), answer, response);
            case WRONG_SIGNATURE -> signed(answer, response, Duration.ZERO, true);
            case STALE -> signed(answer, response, Duration.ofMinutes(6), false);
            case MALFORMED -> malformed(answer, response);
            case ACCEPTED_202 -> accepted(answer, response);
            default -> throw new IllegalStateException(fault.get().kind().name());
        }
    }

    void signed(ContentCachingResponseWrapper answer, HttpServletResponse response) throws IOException {
        signed(answer, response, Duration.ZERO, false);
    }

    private void signed(ContentCachingResponseWrapper answer, HttpServletResponse response, Duration age, boolean wrong)
            throws IOException {
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().minus(age).getEpochSecond());
        String nonce = seals.random(32);
        response.setHeader("Wechatpay-Timestamp", timestamp);
        response.setHeader("Wechatpay-Nonce", nonce);
        response.setHeader("Wechatpay-Serial", Party.PUBLIC_KEY_ID);
        String signature = seals.sign(timestamp + "\n" + nonce + "\n" + body + "\n");
        response.setHeader("Wechatpay-Signature", wrong ? Seals.spoiled(signature) : signature);
        response.setHeader("Request-ID", seals.random(32));
        answer.copyBodyToResponse();
    }

    private ContentCachingResponseWrapper error(Fault fault, ContentCachingResponseWrapper answer) throws IOException {
        String message = blank(fault.message()) ? fault.code() : fault.message();
        answer.resetBuffer();
        answer.setStatus(fault.status() == 0 ? 500 : fault.status());
        answer.setContentType("application/json");
        String code = blank(fault.code()) ? "SYSTEM_ERROR" : fault.code();
        answer.getOutputStream()
                .write(json.writeValueAsBytes(Map.of("code", code, "message", blank(message) ? "系统异常" : message)));
        return answer;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private void malformed(ContentCachingResponseWrapper answer, HttpServletResponse response) throws IOException {
        answer.resetBuffer();
        answer.setContentType("application/json");
        answer.getOutputStream().write("<html>".getBytes(StandardCharsets.UTF_8));
        signed(answer, response);
    }

    private void accepted(ContentCachingResponseWrapper answer, HttpServletResponse response) throws IOException {
        answer.setStatus(202);
        signed(answer, response);
    }

    /** Promises a body and closes instead: the caller sees a connection that broke. */
    private static void cut(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(1000);
        response.flushBuffer();
        throw new CloseNowException("cut on purpose");
    }

    private void holdThenCut(Fault fault, HttpServletResponse response) throws IOException {
        hold(fault);
        cut(response);
    }

    private void holdThenAnswer(Fault fault, ContentCachingResponseWrapper answer, HttpServletResponse response)
            throws IOException {
        hold(fault);
        signed(answer, response);
    }

    private void hold(Fault fault) {
        try {
            closing.await(fault.millis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        closing.countDown();
    }
}

package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.CloseNowException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Gives the answer with the fault that was planned. */
@Component
final class FaultyAnswers implements DisposableBean {

    private static final Set<Fault.Kind> INSTEAD_OF_WORK = Set.of(
            Fault.Kind.REFUSE, Fault.Kind.REFUSE_UNSIGNED, Fault.Kind.CUT, Fault.Kind.HOLD, Fault.Kind.ACCEPTED_202);

    private static final String GARBAGE = "\u0000\u0001\u001f\u007f\u00ff\ufffd}{]\"\\=&%";
    private static final int HALF = 2;

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Whether the work is done all the same. */
    static boolean works(Fault fault) {
        return !INSTEAD_OF_WORK.contains(fault.kind());
    }

    /** @param answer of the work; where nothing is done, an empty 202 */
    void give(Fault fault, Protocol protocol, Call call, Answer answer, HttpServletResponse response)
            throws IOException {
        switch (fault.kind()) {
            case REFUSE, DONE_THEN_ERROR ->
                write(protocol.seal(call, error(fault, protocol, call), Seal.GENUINE), response);
            case REFUSE_UNSIGNED -> write(protocol.seal(call, error(fault, protocol, call), Seal.NONE), response);
            case UNSIGNED -> write(protocol.seal(call, answer, Seal.NONE), response);
            case CUT, DONE_THEN_CUT -> cut(response);
            case HOLD -> {
                hold(fault.millis());
                cut(response);
            }
            case DONE_THEN_HOLD -> {
                hold(fault.millis());
                write(protocol.seal(call, answer, Seal.GENUINE), response);
            }
            case WRONG_SIGNATURE -> write(protocol.seal(call, answer, Seal.WRONG), response);
            case STALE -> write(protocol.seal(call, answer, Seal.STALE), response);
            case MALFORMED -> write(protocol.malformed(call), response);
            case TRUNCATED -> truncated(protocol.seal(call, answer, Seal.GENUINE), response);
            case GARBAGE -> write(Answer.json(200, GARBAGE), response);
            case DRIP -> drip(protocol.seal(call, answer, Seal.GENUINE), fault, response);
            case ACCEPTED_202 -> write(protocol.seal(call, answer, Seal.GENUINE), response);
            default -> throw new IllegalStateException(fault.kind().name());
        }
    }

    private static void truncated(Answer answer, HttpServletResponse response) throws IOException {
        byte[] body = begin(answer, response);
        response.getOutputStream().write(body, 0, body.length / HALF);
        response.flushBuffer();
        throw new CloseNowException("truncated on purpose");
    }

    private void drip(Answer answer, Fault fault, HttpServletResponse response) throws IOException {
        byte[] body = begin(answer, response);
        for (byte one : body) {
            response.getOutputStream().write(one);
            response.flushBuffer();
            hold(fault.millis() / body.length);
        }
    }

    private static Answer error(Fault fault, Protocol protocol, Call call) {
        String message = fault.message().isBlank() ? fault.code() : fault.message();
        return protocol.error(call, fault.status(), fault.code(), message);
    }

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(begin(answer, response));
        response.flushBuffer();
    }

    /** Status and headers. Returns the body that is promised by them. */
    private static byte[] begin(Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.bytes();
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length);
        }
        return body;
    }

    /** Promises a body and closes instead: the caller sees a connection that broke. */
    private static void cut(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(1000);
        response.flushBuffer();
        throw new CloseNowException("cut on purpose");
    }

    private void hold(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        closing.countDown();
    }
}

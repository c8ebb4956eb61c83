package cn.citybrain.parking.onboarding.simulator.channel;

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
                hold(fault);
                cut(response);
            }
            case DONE_THEN_HOLD -> {
                hold(fault);
                write(protocol.seal(call, answer, Seal.GENUINE), response);
            }
            case WRONG_SIGNATURE -> write(protocol.seal(call, answer, Seal.WRONG), response);
            case STALE -> write(protocol.seal(call, answer, Seal.STALE), response);
            case MALFORMED -> write(protocol.malformed(call), response);
            case ACCEPTED_202 -> write(protocol.seal(call, answer, Seal.GENUINE), response);
            default -> throw new IllegalStateException(fault.kind().name());
        }
    }

    private static Answer error(Fault fault, Protocol protocol, Call call) {
        String message = fault.message().isBlank() ? fault.code() : fault.message();
        return protocol.error(call, fault.status(), fault.code(), message);
    }

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.bytes();
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length);
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Promises a body and closes instead: the caller sees a connection that broke. */
    private static void cut(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(1000);
        response.flushBuffer();
        throw new CloseNowException("cut on purpose");
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

package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A request's body as it arrives, whoever reads it. A read that has to wait holds a thread: so many may wait at the same
 * time, and each for so long. What is there already costs nobody a place.
 */
final class PacedBody implements InputBuffer {

    private final Request request;
    private final InputBuffer body;
    private final Pace pace;
    private final BooleanSupplier enter;
    private final Runnable leave;
    private IOException refusal;
    private boolean crowded;

    /**
     * @param enter takes a place among those that wait, false if there is none
     * @param leave gives it back
     */
    PacedBody(Request request, Pace pace, BooleanSupplier enter, Runnable leave) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.pace = pace;
        this.enter = enter;
        this.leave = leave;
    }

    /** How long may be waited in all. */
    static final class Pace {

        private final long grace;
        private final double perByte;
        private final LongSupplier nanos;
        private long waited;
        private long bytes;

        Pace(DoorSettings settings, LongSupplier nanos) {
            this.grace = settings.bodyGrace().toNanos();
            this.perByte = 1e9 / settings.bodyRate().toBytes();
            this.nanos = nanos;
        }

        private boolean isTooSlow() {
            return waited > grace + bytes * perByte;
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        int read = isThere() ? body.doRead(handler) : waitFor(handler);
        pace.bytes += Math.max(0, read);
        return read;
    }

    private boolean isThere() {
        if (request.isFinished()) {
            return true;
        }
        request.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return request.getAvailable() > 0;
    }

    private int waitFor(ApplicationBufferHandler handler) throws IOException {
        if (pace.isTooSlow()) {
            throw refused(new SocketTimeoutException("the body comes too slowly"));
        }
        if (!enter.getAsBoolean()) {
            crowded = true;
            throw refused(new SocketTimeoutException("too many bodies are being waited for"));
        }
        long begun = pace.nanos.getAsLong();
        try {
            return body.doRead(handler);
        } catch (IOException e) {
            throw refused(e);
        } finally {
            pace.waited += pace.nanos.getAsLong() - begun;
            leave.run();
        }
    }

    private IOException refused(IOException reason) {
        refusal = reason;
        return reason;
    }

    @Override
    public int available() {
        return body.available();
    }

    /** Whether the rest of it is not waited for any more. */
    boolean isGivenUp() {
        return refusal != null;
    }

    /** Whether that was because of others, and not of itself. */
    boolean isCrowdedOut() {
        return crowded;
    }

    /** Gives the request back as it was. */
    void end() {
        request.setInputBuffer(body);
    }
}

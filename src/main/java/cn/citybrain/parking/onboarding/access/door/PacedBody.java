package cn.citybrain.parking.onboarding.access.door;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

    /** Where the application's request holds it. */
    static final String ATTRIBUTE = PacedBody.class.getName();

    private static final long MOMENT = Duration.ofMillis(250).toNanos();
    private static final long LOOK_EVERY = Duration.ofMillis(4).toNanos();

    private final Request request;
    private final InputBuffer body;
    private final Pace pace;
    private final Waiting.Place place;
    private IOException refusal;
    private boolean crowded;

    PacedBody(Request request, Pace pace, Waiting.Place place) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.pace = pace;
        this.place = place;
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
        long begun = pace.nanos.getAsLong();
        try {
            if (place.take()) {
                return inAPlace(handler);
            }
            if (comesInAMoment()) {
                return body.doRead(handler);
            }
        } catch (IOException e) {
            throw refused(e);
        } finally {
            pace.waited += pace.nanos.getAsLong() - begun;
        }
        crowded = true;
        throw refused(new SocketTimeoutException("too many bodies are being waited for"));
    }

    private int inAPlace(ApplicationBufferHandler handler) throws IOException {
        try {
            return body.doRead(handler);
        } finally {
            place.giveBack();
        }
    }

    /** Looked for again and again: a read that waits cannot be told for how long. */
    private boolean comesInAMoment() {
        if (!place.takeMoment()) {
            return false;
        }
        try {
            long until = pace.nanos.getAsLong() + MOMENT;
            boolean there = isThere();
            while (!there && pace.nanos.getAsLong() - until < 0) {
                LockSupport.parkNanos(LOOK_EVERY);
                there = isThere();
            }
            return there;
        } finally {
            place.giveMomentBack();
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

    /** The same of a request that the application has. */
    static boolean isGivenUp(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof PacedBody body && body.isGivenUp();
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

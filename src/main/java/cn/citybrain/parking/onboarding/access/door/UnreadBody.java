package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * What of a body nobody read. Tomcat reads it to its end, so that the next request can follow and the answer is not lost with
 * the connection, but waits for each byte anew: here it is read at the pace of {@link PacedBody}, or not at all.
 */
final class UnreadBody {

    private final int longest;

    /** @param longest bytes; negative for no limit */
    UnreadBody(int longest) {
        this.longest = longest;
    }

    void read(Request request, PacedBody body) {
        if (body.isGivenUp()) {
            leave(request);
        } else if (!request.isFinished() && !isAskedFor(request)) {
            try {
                if (!swallowed(request)) {
                    leave(request);
                }
            } catch (IOException e) {
                leave(request);
            }
        }
    }

    /**
     * The connection ends with the answer. Tomcat holds that for an error and would have its page made, by an application that
     * reads the body for it, into an answer that is given already.
     */
    static void leave(Request request) {
        Response answer = request.getResponse();
        boolean failed = answer.isErrorReportRequired() && !answer.isCommitted();
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        if (!failed) {
            answer.resetError();
        }
    }

    /** Who waits for a word before the body is not given it now. */
    private static boolean isAskedFor(Request request) {
        return request.hasExpectation() && request.getBytesRead() == 0;
    }

    private boolean swallowed(Request request) throws IOException {
        Sink sink = new Sink();
        long total = 0;
        int read = request.doRead(sink);
        while (read >= 0) {
            total += read;
            if (longest >= 0 && total > longest) {
                return false;
            }
            read = request.doRead(sink);
        }
        return true;
    }

    private static final class Sink implements ApplicationBufferHandler {

        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // it keeps nothing
        }
    }
}

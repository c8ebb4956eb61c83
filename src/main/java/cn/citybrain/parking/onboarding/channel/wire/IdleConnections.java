package cn.citybrain.parking.onboarding.channel.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The connections to one channel that lie idle, and what becomes of a request that meets one which the other side has closed
 * meanwhile: nobody read it there. A question goes out once more, over a fresh connection. What may charge or create is never
 * repeated, so it does not take an idle connection in the first place.
 */
final class IdleConnections {

    private static final int MOST = 5;

    /** Shorter than most servers and firewalls keep one. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int REQUEST_TIMEOUT = 408;

    private final ConnectionPool pool = new ConnectionPool(MOST, KEPT.toSeconds(), TimeUnit.SECONDS);
    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    ConnectionPool pool() {
        return pool;
    }

    /** One sending of a question: over which kind of connection, and whether an answer began. */
    private static final class Sending {
        private volatile boolean reused;
        private volatile boolean answered;

        /** Silence is no sign of a closed connection: who is slow is not asked twice. */
        boolean diedIdle(IOException failure) {
            return reused && !answered && !(failure instanceof InterruptedIOException);
        }

        /** Some servers say it on a connection that lay idle, whatever comes over it next. */
        boolean toldThatItLayIdle(Response answer) {
            return reused && answer.code() == REQUEST_TIMEOUT;
        }
    }

    /** Around all connections. */
    Response send(Interceptor.Chain chain, boolean question) throws IOException {
        if (!question) {
            pool.evictAll();
            return chain.proceed(chain.request());
        }
        Sending first = new Sending();
        try {
            Response answer = chain.proceed(
                    chain.request().newBuilder().tag(Sending.class, first).build());
            if (!first.toldThatItLayIdle(answer)) {
                return answer;
            }
            answer.close();
        } catch (IOException broken) {
            if (!first.diedIdle(broken)) {
                throw broken;
            }
        }
        pool.evictAll();
        return chain.proceed(chain.request());
    }

    /** On one connection. */
    Response note(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        boolean before = !used.add(chain.connection());
        Sending sending = request.tag(Sending.class);
        if (sending == null) {
            return chain.proceed(request);
        }
        sending.reused = before;
        Response answer = chain.proceed(request);
        sending.answered = true;
        return answer;
    }
}

package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What is the same in every client of a channel: deadlines, the circuit around its calls, and evidence of what was sent.
 * No redirect is followed and nothing is repeated by itself, but for questions that met a dead connection ({@link
 * IdleConnections}): what else may be sent again is the caller's to decide.
 */
public final class Line {

    /** Far above what any channel answers. */
    private static final long LONGEST_ANSWER = 1024 * 1024 + 1;

    private static final int UNAVAILABLE = 503;

    private final Circuit circuit;
    private final RequestKeeper keeper;
    private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

    public Line(Circuit circuit, RequestKeeper keeper) {
        this.circuit = circuit;
        this.keeper = keeper;
    }

    /** @param outer what only this channel needs, around the circuit: what they make of an answer does not open it */
    public OkHttpClient client(Deadlines deadlines, Interceptor... outer) {
        IdleConnections connections = new IdleConnections();
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectionPool(connections.pool())
                .connectTimeout(deadlines.connect())
                .readTimeout(deadlines.read())
                .writeTimeout(deadlines.read())
                .callTimeout(deadlines.total())
                .retryOnConnectionFailure(false)
                .followRedirects(false);
        for (Interceptor interceptor : outer) {
            client.addInterceptor(interceptor);
        }
        return client.addInterceptor(chain -> circuit.through(
                        () -> whole(connections.send(chain, question(chain.request()))), Response::code))
                .addNetworkInterceptor(connections::note)
                .addNetworkInterceptor(Line::once)
                .addNetworkInterceptor(keeper)
                .build();
    }

    /** Whether asking twice is as good as asking once. */
    private boolean question(Request request) {
        return !keeper.keeping() && (request.method().equals("GET") || asking.get());
    }

    /** OkHttp repeats by itself, a charge too, what is answered with 503 and "at once". */
    private static Response once(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        return answer.code() == UNAVAILABLE
                ? answer.newBuilder().removeHeader("Retry-After").build()
                : answer;
    }

    /** A connection that breaks in the middle of an answer is a channel that did not answer. */
    private static Response whole(Response answer) throws IOException {
        try {
            answer.peekBody(LONGEST_ANSWER);
            return answer;
        } catch (IOException brokeOff) {
            answer.close();
            throw brokeOff;
        }
    }

    /** Makes a call that only asks, by whatever method: it can neither charge nor create, nor tell anything. */
    public <T> T asking(Supplier<T> question) {
        boolean before = asking.get();
        asking.set(true);
        try {
            return question.get();
        } finally {
            asking.set(before);
        }
    }

    /** Keeps every request of this call under a number: of the charge, or of the refund. */
    public <T> T keeping(String outNo, Supplier<T> call) {
        return keeper.keeping(outNo, call);
    }
}

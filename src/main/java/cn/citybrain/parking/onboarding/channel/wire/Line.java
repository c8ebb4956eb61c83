package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * What is the same in every client of a channel: deadlines, the circuit around its calls, and evidence of what was sent.
 * Nothing is repeated by itself and no redirect is followed: what may be sent again is the caller's to decide.
 */
public final class Line {

    /** Far above what any channel answers. */
    private static final long LONGEST_ANSWER = 1024 * 1024 + 1;

    private final Circuit circuit;
    private final RequestKeeper keeper;

    public Line(Circuit circuit, RequestKeeper keeper) {
        this.circuit = circuit;
        this.keeper = keeper;
    }

    /** @param outer what only this channel needs, around the circuit: what they make of an answer does not open it */
    public OkHttpClient client(Deadlines deadlines, Interceptor... outer) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(deadlines.connect())
                .readTimeout(deadlines.read())
                .writeTimeout(deadlines.read())
                .callTimeout(deadlines.total())
                .retryOnConnectionFailure(false)
                .followRedirects(false);
        for (Interceptor interceptor : outer) {
            client.addInterceptor(interceptor);
        }
        return client.addInterceptor(
                        chain -> circuit.through(() -> whole(chain.proceed(chain.request())), Response::code))
                .addNetworkInterceptor(keeper)
                .build();
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

    /** Keeps every request of this call under a number: of the charge, or of the refund. */
    public <T> T keeping(String outNo, Supplier<T> call) {
        return keeper.keeping(outNo, call);
    }
}

package cn.citybrain.parking.onboarding.channel.circuit;

import cn.citybrain.parking.onboarding.channel.Channel;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The circuit breaker and the bulkhead around every call to one channel. Only unavailability opens it: no connection, no
 * answer in time, a status that says that the server is broken or busy. A refusal does not, nor an answer that nobody can
 * read: those are about one request.
 */
public final class Circuit {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Channel channel;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private volatile Instant brokenSince;

    Circuit(Channel channel, CircuitBreaker breaker, Bulkhead bulkhead, Clock clock) {
        this.channel = channel;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        breaker.getEventPublisher()
                .onStateTransition(
                        moved -> brokenSince = since(moved.getStateTransition().getToState(), clock));
    }

    /** One call to the channel. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    /**
     * Makes a call, unless the channel is left alone.
     *
     * @param status the HTTP status of an answer
     * @throws CircuitOpen if the call was not made
     */
    public <T> T through(Call<T> call, ToIntFunction<T> status) throws IOException {
        if (!bulkhead.tryAcquirePermission()) {
            throw new CircuitOpen(channel, "enough calls are under way");
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                throw new CircuitOpen(channel, "left alone after failures");
            }
            return counted(call, status);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> T counted(Call<T> call, ToIntFunction<T> status) throws IOException {
        long start = breaker.getCurrentTimestamp();
        try {
            T answer = call.make();
            long took = breaker.getCurrentTimestamp() - start;
            int code = status.applyAsInt(answer);
            if (code >= 500 || code == TOO_MANY_REQUESTS) {
                breaker.onError(took, breaker.getTimestampUnit(), new IOException("HTTP " + code));
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
            return answer;
        } catch (IOException | RuntimeException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
            throw failure;
        }
    }

    /** Whether calls are made at all. While it is false nothing should be begun that a call would have to finish. */
    public boolean passable() {
        return breaker.getState() != State.OPEN && breaker.getState() != State.FORCED_OPEN;
    }

    /** Whether the channel answers as usual. */
    public boolean closed() {
        return brokenSince == null;
    }

    /** How many calls may be begun by a caller that has room for {@code most}: one at a time while the channel is tried. */
    public int room(int most) {
        return closed() ? most : passable() ? Math.min(1, most) : 0;
    }

    /** Since when the channel has not answered as usual; empty when it does. */
    public Optional<Instant> brokenSince() {
        return Optional.ofNullable(brokenSince);
    }

    private Instant since(State state, Clock clock) {
        return switch (state) {
            case OPEN, FORCED_OPEN, HALF_OPEN -> brokenSince == null ? clock.instant() : brokenSince;
            case CLOSED, DISABLED, METRICS_ONLY -> null;
        };
    }
}

package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import cn.citybrain.parking.onboarding.channel.circuit.CircuitSettings;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.channel.wire.RequestKeeper;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.test.util.ReflectionTestUtils;

/** Lines for tests of one adapter. */
public final class TestLines {

    /** So many calls that no test opens a circuit. */
    private static final int NEVER = 1_000;

    public static final int CONCURRENT_CALLS = 8;

    private TestLines() {}

    /** Lines that stay open whatever fails. */
    public static Lines patient(SentRequests kept) {
        return new Lines(patient(), new RequestKeeper(kept));
    }

    /** Circuits that stay closed whatever fails. */
    public static Circuits patient() {
        return circuits(NEVER, Duration.ofSeconds(10));
    }

    /** As if enough calls had failed; {@link #mend} ends it. */
    public static void breakDown(Circuit circuit) {
        breaker(circuit).transitionToOpenState();
    }

    /** As if a pause were over: one call at a time is tried. */
    public static void tryAgain(Circuit circuit) {
        breakDown(circuit);
        breaker(circuit).transitionToHalfOpenState();
    }

    public static void mend(Circuit circuit) {
        breaker(circuit).reset();
    }

    private static CircuitBreaker breaker(Circuit circuit) {
        return (CircuitBreaker) ReflectionTestUtils.getField(circuit, "breaker");
    }

    /** @param minimumCalls so many failed calls open the circuit of a channel */
    public static Lines lines(int minimumCalls, Duration pause, SentRequests kept) {
        return new Lines(circuits(minimumCalls, pause), new RequestKeeper(kept));
    }

    public static Circuits circuits(int minimumCalls, Duration pause) {
        CircuitSettings settings = new CircuitSettings(
                minimumCalls,
                minimumCalls,
                50,
                Duration.ofSeconds(60),
                pause,
                pause.multipliedBy(4),
                1,
                CONCURRENT_CALLS);
        return new Circuits(settings, new SimpleMeterRegistry(), Clock.systemUTC());
    }
}

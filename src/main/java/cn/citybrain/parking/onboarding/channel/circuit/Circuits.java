package cn.citybrain.parking.onboarding.channel.circuit;

import cn.citybrain.parking.onboarding.channel.Channel;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** One {@link Circuit} per channel: what one channel does is not felt at another. */
@Component
@EnableConfigurationProperties(CircuitSettings.class)
public class Circuits {

    private static final double JITTER = 0.5;

    private final Map<Channel, Circuit> byChannel = new EnumMap<>(Channel.class);

    public Circuits(CircuitSettings settings, MeterRegistry meters, Clock clock) {
        CircuitBreakerConfig breaker = breaker(settings);
        BulkheadConfig bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrentCalls())
                .build();
        for (Channel channel : Channel.values()) {
            String name = channel.code();
            Circuit circuit =
                    new Circuit(channel, CircuitBreaker.of(name, breaker), Bulkhead.of(name, bulkhead), clock);
            byChannel.put(channel, circuit);
            Gauge.builder("onboarding.channels.available", circuit, each -> each.closed() ? 1 : 0)
                    .tag("channel", name)
                    .register(meters);
        }
    }

    public Circuit of(Channel channel) {
        return byChannel.get(channel);
    }

    /** @param code {@link Channel#code()} */
    public Circuit of(String code) {
        return of(Channel.of(code));
    }

    private static CircuitBreakerConfig breaker(CircuitSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.window(),
                        settings.minimumCalls(),
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED,
                        CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(settings.failureRate())
                .slowCallDurationThreshold(settings.slowCall())
                .slowCallRateThreshold(settings.failureRate())
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                        settings.firstPause(), 2, JITTER, settings.longestPause()))
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }
}

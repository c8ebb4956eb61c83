package cn.citybrain.parking.onboarding.channel.circuit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code onboarding.circuit}: when a channel that does not answer is left alone. The same for every channel, counted per node.
 *
 * @param window how many of the last calls are looked at
 * @param minimumCalls fewer calls than these say nothing
 * @param failureRate percentage of failed calls in the window from which on the channel is left alone
 * @param slowCall a call that takes this long counts as failed, whatever comes of it
 * @param firstPause before the channel is tried again; doubles with each failed try, up or down by half at random
 * @param longestPause what the pause grows to
 * @param trials how many calls have to succeed before the channel is used as usual
 * @param concurrentCalls most calls at the same time, so that a slow channel cannot take everybody's threads
 */
@ConfigurationProperties("onboarding.circuit")
public record CircuitSettings(
        @DefaultValue("6") int window,
        @DefaultValue("3") int minimumCalls,
        @DefaultValue("50") int failureRate,
        @DefaultValue("8s") Duration slowCall,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("2") int trials,
        @DefaultValue("12") int concurrentCalls) {}

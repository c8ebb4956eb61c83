package cn.citybrain.parking.onboarding.process;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUrl where people reach us; mails link to it
 * @param worker how external tasks are worked
 */
@ConfigurationProperties("onboarding.process")
public record ProcessSettings(String publicUrl, Worker worker) {

    /**
     * @param interval how often to look for work
     * @param threads how many calls at the same time to one channel, per node
     * @param lock how long a call may take before another node may repeat it
     * @param retryAfter waits before the second, third… attempt; after the last one there is an incident
     * @param pollEvery how long to wait for a callback of a channel before asking it
     */
    public record Worker(
            Duration interval, int threads, Duration lock, List<Duration> retryAfter, Duration pollEvery) {}
}

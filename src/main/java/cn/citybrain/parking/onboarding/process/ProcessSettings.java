package cn.citybrain.parking.onboarding.process;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param worker how channels are called: external tasks and questions
 * @param waiting how often channels are asked for what is awaited
 */
@ConfigurationProperties("onboarding.process")
public record ProcessSettings(Worker worker, Waiting waiting) {

    /**
     * @param interval how often to look for work
     * @param threads how many calls at the same time to one channel, per node
     * @param lock how long a call may take before another node may repeat it
     * @param retryAfter waits before the second, third… attempt; after the last one an act becomes an incident, and of a
     *     question the supervisors are told
     * @param pollEvery how long instances of the versions before, which have no step that waits, go without asking a channel
     */
    public record Worker(
            Duration interval, int threads, Duration lock, List<Duration> retryAfter, Duration pollEvery) {}

    /**
     * @param askAfter how long to wait for a callback before the second, third… question to a channel; the last one repeats,
     *     and when something changes it begins anew
     * @param compareEvery how often the steps that wait are compared with what is asked for
     */
    public record Waiting(List<Duration> askAfter, Duration compareEvery) {

        /** Delay before the next question after so many answers that said nothing new. */
        public Duration delayAfter(int unchanged) {
            return askAfter.get(Math.min(unchanged, askAfter.size() - 1));
        }
    }
}

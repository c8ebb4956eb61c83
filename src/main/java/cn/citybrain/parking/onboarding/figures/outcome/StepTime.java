package cn.citybrain.parking.onboarding.figures.outcome;

/**
 * How long a step took at a channel, of the passes that ended in the period; those that were cancelled do not count.
 *
 * @param party name of a {@link cn.citybrain.parking.onboarding.figures.count.Party}
 * @param partyName whose time it takes, in Chinese; the channel's own name where it is the channel's
 * @param sumMillis of all passes; what goes on side by side counts each
 */
public record StepTime(
        String channel,
        String channelName,
        String step,
        String party,
        String partyName,
        long passes,
        long medianMillis,
        long p90Millis,
        long sumMillis) {}

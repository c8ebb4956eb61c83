package cn.citybrain.parking.onboarding.figures.outcome;

import java.time.Instant;

/**
 * Deductions that a channel refused for one reason.
 *
 * @param code the channel's, empty if it gave none
 * @param reason in Chinese, as the channel said it, one of those that came with the code
 */
public record FailedDeductions(
        String channel, String channelName, String code, String reason, long count, Instant last) {}

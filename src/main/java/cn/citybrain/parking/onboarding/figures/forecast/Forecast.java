package cn.citybrain.parking.onboarding.figures.forecast;

import java.time.Instant;

/**
 * When the first lot of an application will be live: half of the others were live between {@code early} and {@code late}.
 *
 * @param step at which it stands, in Chinese
 * @param early the lower quartile
 * @param median as many were live before it as after it
 * @param late the upper quartile
 * @param cases how many finished applications that rests on: of its channel, that stood at this step at least as long as it
 *     has by now
 */
public record Forecast(
        String applicationNo,
        String companyName,
        String channel,
        String channelName,
        String step,
        Instant early,
        Instant median,
        Instant late,
        long cases) {}

package cn.citybrain.parking.onboarding.figures.overview;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.standing.Failure;
import java.time.Instant;

/** One failure of ours, as the page lists it. @param channelName empty where it is about no application */
record FailedStep(
        String instanceId,
        String step,
        Instant since,
        String applicationNo,
        String merchantName,
        String lotName,
        String lotCode,
        String channelName) {

    static FailedStep of(Failure failure) {
        return new FailedStep(
                failure.instanceId(),
                failure.step(),
                failure.since(),
                failure.applicationNo(),
                failure.merchantName(),
                failure.lotName(),
                failure.lotCode(),
                failure.channel().isEmpty() ? "" : Channel.of(failure.channel()).displayName());
    }
}

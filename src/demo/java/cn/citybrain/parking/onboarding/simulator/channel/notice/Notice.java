package cn.citybrain.parking.onboarding.simulator.channel.notice;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.time.Instant;

/**
 * A notification and how its delivery goes.
 *
 * @param id stays the same over all deliveries
 * @param eventType in the channel's words
 * @param content what it tells, as JSON; how it goes over the wire is the channel's
 * @param fault what is wrong with it, or null
 * @param attempts deliveries so far
 * @param nextAt when it is delivered (again); null = never (delivered, given up or held back)
 * @param lastAnswer what the platform answered last, e.g. {@code HTTP 200}
 * @param taken whether the platform took it
 */
public record Notice(
        String id,
        String eventType,
        String notifyUrl,
        String content,
        Fault.Kind fault,
        Instant createdAt,
        int attempts,
        Instant nextAt,
        String lastAnswer,
        boolean taken) {

    Notice tried(Instant newNextAt, String answer, boolean nowTaken) {
        return new Notice(
                id,
                eventType,
                notifyUrl,
                content,
                fault,
                createdAt,
                attempts + 1,
                newNextAt,
                answer,
                taken || nowTaken);
    }

    Seal seal() {
        return fault == Fault.Kind.NOTICE_WRONG_SIGNATURE
                ? Seal.WRONG
                : fault == Fault.Kind.NOTICE_STALE ? Seal.STALE : Seal.GENUINE;
    }
}

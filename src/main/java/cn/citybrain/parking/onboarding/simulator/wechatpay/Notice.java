package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;

/**
 * A notification and how its delivery goes.
 *
 * @param id stays the same over all deliveries
 * @param content the plain text of its resource
 * @param attempts deliveries so far
 * @param nextAt when it is delivered (again); null = never (delivered, given up or held back)
 * @param lastAnswer what the platform answered last, e.g. {@code HTTP 200}
 */
public record Notice(
        String id,
        String eventType,
        String notifyUrl,
        String content,
        Instant createdAt,
        int attempts,
        Instant nextAt,
        String lastAnswer) {

    Notice tried(Instant newNextAt, String answer) {
        return new Notice(id, eventType, notifyUrl, content, createdAt, attempts + 1, newNextAt, answer);
    }
}

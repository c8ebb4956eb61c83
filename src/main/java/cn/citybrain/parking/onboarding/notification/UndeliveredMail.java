package cn.citybrain.parking.onboarding.notification;

import java.time.Instant;

/**
 * A mail that nobody got.
 *
 * @param about number of an application, id of an incident, or null
 * @param failedAt when it was given up
 * @param why Chinese
 * @param sendable whether its text is still there: a one-time link is not
 */
public record UndeliveredMail(
        long id,
        String recipient,
        String subject,
        String about,
        Instant createdAt,
        Instant failedAt,
        String why,
        boolean sendable) {}

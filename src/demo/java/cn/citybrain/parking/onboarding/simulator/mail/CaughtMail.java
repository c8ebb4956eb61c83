package cn.citybrain.parking.onboarding.simulator.mail;

import java.time.Instant;

/**
 * A mail that was handed to the catcher for one recipient.
 *
 * @param text as a program without pages shows it
 * @param html as other programs show it; empty where the mail has no page
 */
public record CaughtMail(
        String id, Instant receivedAt, String from, String to, String subject, String text, String html) {

    public CaughtMail {
        // caught by an earlier version
        html = html == null ? "" : html;
    }
}

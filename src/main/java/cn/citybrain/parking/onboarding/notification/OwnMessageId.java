package cn.citybrain.parking.onboarding.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** The Message-ID of our mails: the same from attempt to attempt, and found again in what comes back. */
final class OwnMessageId {

    /** The proof, and the number of the mail. */
    static final Pattern IN_TEXT = Pattern.compile("<([0-9a-f-]{36})\\.(\\d{1,18})@channel-onboarding>");

    private OwnMessageId() {}

    static String of(long mail, String dedupeKey) {
        return "<" + proof(dedupeKey) + "." + mail + "@channel-onboarding>";
    }

    static String proof(String dedupeKey) {
        return UUID.nameUUIDFromBytes(dedupeKey.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server says of a delivery to machines (RFC 3464).
 *
 * @param failed for good: neither a delay nor a delivery
 * @param said what the server said, else its code; empty for neither
 */
record DeliveryStatus(boolean failed, String said) {

    private static final Pattern FOLD = Pattern.compile("\\n[ \\t]++(?=\\S)");
    private static final Pattern KIND = Pattern.compile("^[\\w-]{1,30};\\s*");

    /** Empty if it says of no recipient what became of the mail. */
    static Optional<DeliveryStatus> of(String part) {
        List<DeliveryStatus> recipients = Arrays.stream(
                        FOLD.matcher(part).replaceAll(" ").split("\\n[ \\t]*+\\n"))
                .map(DeliveryStatus::ofRecipient)
                .flatMap(Optional::stream)
                .toList();
        return recipients.stream().filter(DeliveryStatus::failed).findFirst().or(() -> recipients.stream()
                .findFirst());
    }

    private static Optional<DeliveryStatus> ofRecipient(String fields) {
        Optional<String> action = field(fields, "Action");
        Optional<String> status = field(fields, "Status");
        if (action.or(() -> status).isEmpty()) {
            return Optional.empty();
        }
        boolean failed = action.map(word -> word.toLowerCase(Locale.ROOT).startsWith("failed"))
                .orElseGet(() -> status.get().startsWith("5."));
        String said = field(fields, "Diagnostic-Code")
                .map(words -> KIND.matcher(words).replaceFirst(""))
                .filter(words -> !words.isBlank())
                .or(() -> status)
                .orElse("");
        return Optional.of(new DeliveryStatus(failed, readable(said)));
    }

    private static Optional<String> field(String fields, String name) {
        String start = name + ":";
        return fields.lines()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String readable(String words) {
        try {
            return MimeUtility.decodeText(words);
        } catch (UnsupportedEncodingException e) {
            return words;
        }
    }
}

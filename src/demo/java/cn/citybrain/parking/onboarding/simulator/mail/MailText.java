package cn.citybrain.parking.onboarding.simulator.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads of a mail what a person would. */
final class MailText {

    private MailText() {}

    static CaughtMail read(Message message, String id, Instant receivedAt, String to) throws MessagingException {
        try {
            return new CaughtMail(
                    id, receivedAt, sender(message), to, message.getSubject(), text(message), html(message));
        } catch (IOException e) {
            throw new MessagingException("unreadable mail", e);
        }
    }

    private static String sender(Message message) throws MessagingException {
        return Arrays.stream(message.getFrom())
                .map(address ->
                        address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return content(part, "text/plain");
    }

    private static String html(Part part) throws MessagingException, IOException {
        return content(part, "text/html");
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(content(parts.getBodyPart(i), type));
            }
            return all.toString();
        }
        return "";
    }
}

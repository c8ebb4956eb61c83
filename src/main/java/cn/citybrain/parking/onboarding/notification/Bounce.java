package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.words.Typed;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that came back (RFC 3464).
 *
 * @param mail our number of it
 * @param proof what only its Message-ID tells of it
 * @param why Chinese, with what the server said
 */
record Bounce(long mail, String proof, String why) {

    private static final int LARGEST = 1_000_000;
    private static final int LONGEST = 250;
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");
    private static final Pattern SAID = Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:[^;\\r\\n]*;)?\\s*(.+)$");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");

    /** Empty for what is no report, or tells of a delay, or of a mail that is not ours. */
    static Optional<Bounce> of(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || message.getSize() > LARGEST) {
            return Optional.empty();
        }
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        String text = raw.toString(StandardCharsets.ISO_8859_1);
        Matcher ours = OwnMessageId.IN_TEXT.matcher(text);
        return FAILED.matcher(text).find() && ours.find()
                ? Optional.of(new Bounce(Long.parseLong(ours.group(2)), ours.group(1), why(text)))
                : Optional.empty();
    }

    private static String why(String text) {
        Matcher said = SAID.matcher(text);
        Matcher status = STATUS.matcher(text);
        String words = said.find() ? said.group(1) : status.find() ? status.group(1) : "没有说明原因";
        return Typed.first("收件方的邮件服务器退回了邮件：" + Typed.line(words), LONGEST);
    }
}

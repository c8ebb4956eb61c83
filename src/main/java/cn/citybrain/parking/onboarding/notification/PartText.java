package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The beginning of a part as text, out of base64 and quoted-printable also where the standard has none (message/*). UTF-8 if it is
 * that, else what the part says it is, else what Chinese servers write without saying so. Lines end with {@code \n}.
 */
final class PartText {

    private static final int LONGEST = 64 * 1024;

    private PartText() {}

    static String of(MimePart part) throws MessagingException, IOException {
        byte[] bytes = bytes(part);
        return Stream.of(Optional.of(StandardCharsets.UTF_8), declared(part), Optional.of(Charset.forName("GB18030")))
                .flatMap(Optional::stream)
                .flatMap(charset -> decoded(bytes, charset).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll("\\r\\n?", "\n");
    }

    /** What came before the damage, if the encoding is damaged. */
    private static byte[] bytes(MimePart part) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = decoded(part)) {
            for (int b = in.read(); b >= 0 && bytes.size() < LONGEST; b = in.read()) {
                bytes.write(b);
            }
        } catch (IOException e) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    private static InputStream decoded(MimePart part) throws MessagingException {
        String encoding = part.getEncoding();
        try {
            return encoding == null ? raw(part) : MimeUtility.decode(raw(part), encoding);
        } catch (MessagingException e) {
            return raw(part);
        }
    }

    private static InputStream raw(MimePart part) throws MessagingException {
        return part instanceof MimeMessage mail ? mail.getRawInputStream() : ((MimeBodyPart) part).getRawInputStream();
    }

    private static Optional<Charset> declared(MimePart part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return Optional.ofNullable(name).map(MimeUtility::javaCharset).map(Charset::forName);
        } catch (MessagingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty if it is another charset; a last character that was cut in two does not count. */
    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        return decoder.decode(ByteBuffer.wrap(bytes), text, false).isError()
                ? Optional.empty()
                : Optional.of(text.flip().toString());
    }
}

package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** A copy of a mail on a server, as much of it as any report needs: what came back stands at its end, and its headers first. */
final class BeginningOfMail {

    private static final int LARGEST = 256 * 1024;

    private BeginningOfMail() {}

    static MimeMessage of(MimeMessage remote) throws MessagingException, IOException {
        String headers = String.join("\r\n", Collections.list(remote.getAllHeaderLines())) + "\r\n\r\n";
        try (InputStream body = remote.getRawInputStream()) {
            return new MimeMessage(
                    null,
                    new SequenceInputStream(
                            new ByteArrayInputStream(headers.getBytes(StandardCharsets.ISO_8859_1)),
                            new ByteArrayInputStream(body.readNBytes(LARGEST))));
        }
    }
}

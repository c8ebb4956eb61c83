package cn.citybrain.parking.onboarding.notification;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/** What a mail holds of a report (RFC 3462), in whatever kind of multipart it stands. Never goes into the returned mail. */
final class ReportParts {

    private static final Logger LOG = LoggerFactory.getLogger(ReportParts.class);
    private static final int DEEPEST = 5;
    private static final int MOST = 20;
    private static final List<String> STATUS = List.of("message/delivery-status", "message/global-delivery-status");
    private static final List<String> ORIGINAL = List.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");

    /** Not what holds an @: a Message-ID in angle brackets. */
    private static final Pattern TAG = Pattern.compile("<[^<>@]*>");

    private final StringBuilder notice = new StringBuilder();
    private final StringBuilder status = new StringBuilder();
    private final StringBuilder original = new StringBuilder();
    private int seen;

    private ReportParts() {}

    static ReportParts of(MimePart mail) throws MessagingException, IOException {
        ReportParts parts = new ReportParts();
        parts.collect(mail, 0);
        return parts;
    }

    /** What it says to people. */
    String notice() {
        return notice.toString();
    }

    /** What it says to machines (RFC 3464); empty if nothing. */
    String status() {
        return status.toString();
    }

    /** Headers of the mail that came back; empty if it is not attached. */
    String original() {
        return original.toString();
    }

    private void collect(MimePart part, int depth) throws MessagingException, IOException {
        if (++seen > MOST) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            if (depth < DEEPEST) {
                collectAll(new FewParts(new MimePartDataSource(part)), depth + 1);
            }
        } else if (isAny(part, STATUS)) {
            status.append(PartText.of(part)).append("\n\n");
        } else if (isAny(part, ORIGINAL)) {
            original.append(headers(PartText.of(part))).append('\n');
        } else if (part.isMimeType("text/html")) {
            notice.append(HtmlUtils.htmlUnescape(TAG.matcher(PartText.of(part)).replaceAll(" ")))
                    .append('\n');
        } else if (part.isMimeType("text/*")) {
            notice.append(PartText.of(part)).append('\n');
        }
    }

    /** A broken part tells nothing; the others may. */
    private void collectAll(MimeMultipart several, int depth) throws MessagingException {
        int count = several.getCount();
        for (int i = 0; i < count; i++) {
            try {
                collect((MimePart) several.getBodyPart(i), depth);
            } catch (MessagingException | IOException e) {
                LOG.debug("a part of a possible report is broken", e);
            }
        }
    }

    private static boolean isAny(MimePart part, List<String> types) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static String headers(String mail) {
        int end = mail.stripLeading().indexOf("\n\n");
        return end < 0 ? mail : mail.stripLeading().substring(0, end);
    }

    /** Refuses to be read if it has more parts than any report: each costs time. */
    private static final class FewParts extends MimeMultipart {

        private int parts;

        FewParts(DataSource part) throws MessagingException {
            super(part);
        }

        @Override
        protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
            count();
            return super.createMimeBodyPart(part);
        }

        @Override
        protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
            count();
            return super.createMimeBodyPart(headers, content);
        }

        private void count() throws MessagingException {
            if (++parts > MOST) {
                throw new MessagingException("more than " + MOST + " parts");
            }
        }
    }
}

package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a mail tell about who wrote it. They are enough to leave alone what people wrote.
 *
 * @param report a multipart/report about a delivery, not about reading or abuse
 * @param failure names recipients that it failed for (X-Failed-Recipients of Exim and Gmail)
 * @param machine written by a mail server, or by nobody whom an answer would reach; no machine that answers for a person
 * @param domain of the writer, {@code ?} if it is not readable
 */
record ReportEnvelope(boolean report, boolean failure, boolean machine, String domain) {

    private static final List<String> HEADERS =
            List.of("Content-Type", "X-Failed-Recipients", "From", "Return-Path", "Auto-Submitted");
    private static final Pattern DAEMON =
            Pattern.compile("(?i)(^|[<\\s\"])(mailer-daemon|mail-daemon|postmaster)(@|>|\\s*\\(|\\s*$)|^\\s*<>\\s*$");
    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z0-9.-]{1,100})");

    static ReportEnvelope of(MimePart mail) throws MessagingException {
        String type = header(mail, "Content-Type").toLowerCase(Locale.ROOT);
        String from = header(mail, "From");
        boolean answers =
                header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied");
        boolean nobody = DAEMON.matcher(header(mail, "Return-Path")).find();
        Matcher domain = DOMAIN.matcher(from);
        return new ReportEnvelope(
                type.startsWith("multipart/report")
                        && (type.contains("delivery-status") || !type.contains("report-type")),
                !header(mail, "X-Failed-Recipients").isEmpty(),
                DAEMON.matcher(from).find() || nobody && !answers,
                domain.find() ? domain.group(1) : "?");
    }

    /** Worth being read. */
    boolean possible() {
        return report || failure || machine;
    }

    /** What {@link #of} asks for. */
    static FetchProfile profile() {
        FetchProfile headers = new FetchProfile();
        HEADERS.forEach(headers::add);
        return headers;
    }

    private static String header(MimePart mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null || values[0] == null ? "" : values[0].strip();
    }
}

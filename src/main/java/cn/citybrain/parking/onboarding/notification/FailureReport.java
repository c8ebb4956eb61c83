package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail server's word that some mail did not arrive, for good. Either it says so as RFC 3464 wants it, or it names the recipients it
 * failed for ({@code X-Failed-Recipients}), or a mail server wrote it and its text tells of a failure: qmail, old systems, and what
 * attaches the mail to some words. Delays, notes that a mail was read and machines that answer for people are none.
 *
 * @param names what it says of which mail came back
 * @param said what the server said; empty for nothing
 */
record FailureReport(String names, String said) {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[> \\t]{0,8}(?:X-)?(?:Original-)?Message-ID:\\s{0,10}(\\S{1,200})");

    static Optional<FailureReport> of(MimeMessage mail) throws MessagingException, IOException {
        ReportEnvelope envelope = ReportEnvelope.of(mail);
        if (!envelope.possible()) {
            return Optional.empty();
        }
        ReportParts parts = ReportParts.of(mail);
        Optional<DeliveryStatus> status = DeliveryStatus.of(parts.status());
        FailureNotice notice = FailureNotice.of(subject(mail), parts.notice());
        boolean failed =
                status.map(DeliveryStatus::failed).orElseGet(() -> !notice.delayed() && tells(envelope, notice));
        boolean standard = status.isPresent() || envelope.failure();
        return failed
                ? Optional.of(new FailureReport(
                        named(parts, standard ? references(mail) : ""),
                        status.map(DeliveryStatus::said).orElseGet(notice::said)))
                : Optional.empty();
    }

    /**
     * Our mail that it is about: its Message-ID must stand in the returned headers, or in the text if none came back, or among what a
     * report of a known form answers to. Nothing is guessed from an address.
     */
    Optional<Bounce> ours() {
        Matcher ours = OwnMessageId.IN_TEXT.matcher(names);
        return ours.find()
                ? Optional.of(Bounce.because(Long.parseLong(ours.group(2)), ours.group(1), said))
                : Optional.empty();
    }

    private static boolean tells(ReportEnvelope envelope, FailureNotice notice) {
        return envelope.failure() || notice.failed();
    }

    /** A Message-ID that is said to be the mail's own goes first: an answer to our mail, of somebody else, refers to ours too. */
    private static String named(ReportParts parts, String references) {
        return Stream.of(parts.original(), parts.status(), parts.notice())
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> found.group(1))
                .orElseGet(() -> parts.notice() + " " + references);
    }

    private static String references(MimeMessage mail) throws MessagingException {
        return mail.getHeader("In-Reply-To", " ") + " " + mail.getHeader("References", " ");
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getSubject()).orElse("");
    }
}

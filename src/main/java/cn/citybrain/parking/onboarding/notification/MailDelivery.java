package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox. A crash between sending and noting it sends a mail again, under the same Message-ID: mail
 * programs show it once.
 */
@Component("mailPost")
@EnableConfigurationProperties(MailSettings.class)
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int BATCH = 50;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailOutbox outbox;
    private final JavaMailSender smtp;
    private final MailPage pages;
    private final MailSettings settings;
    private final Clock clock;

    MailDelivery(MailOutbox outbox, JavaMailSender smtp, MailPage pages, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.smtp = smtp;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.mail.interval:2s}")
    void onSchedule() {
        sendDue();
    }

    /** Sends every mail that is due, and returns how many went out. */
    public int sendDue() {
        int sent = 0;
        for (long id : outbox.due(BATCH)) {
            if (outbox.claim(id, settings.claim()) && send(id)) {
                sent++;
            }
        }
        return sent;
    }

    /** What is wrong with one mail must not keep the others. */
    private boolean send(long id) {
        try {
            smtp.send(message(outbox.read(id)));
        } catch (RuntimeException | MessagingException e) {
            failed(id, e);
            return false;
        }
        outbox.sent(id);
        return true;
    }

    /** One recipient each: nobody sees another's address. Machines that answer mail are asked not to (RFC 3834). */
    private MimeMessage message(MailOutbox.Letter letter) throws MessagingException {
        MimeMessage message = new SameIdMessage(OwnMessageId.of(letter.id(), letter.dedupeKey()));
        message.setFrom(settings.sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.body(), UTF_8);
        MimeBodyPart page = new MimeBodyPart();
        page.setText(pages.of(letter.subject(), letter.body()), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, page));
        return message;
    }

    /** A mail that is given up stands on the supervisors' page of undelivered mails. */
    private void failed(long id, Exception e) {
        int attempts = outbox.attempts(id);
        DeliveryProblem problem = DeliveryProblem.of(e);
        String error = e.getClass().getSimpleName();
        if (problem.forGood() || attempts > settings.retryAfter().size()) {
            LOG.error("mail {} was not sent in {} attempts: {}", id, attempts, error);
            outbox.gaveUp(id, problem.words());
        } else {
            LOG.warn("mail {} was not sent: {}", id, error);
            outbox.retryAt(id, clock.instant().plus(settings.retryAfter().get(attempts - 1)), problem.words());
        }
    }

    /** Keeps its Message-ID from attempt to attempt. */
    private static final class SameIdMessage extends MimeMessage {

        private final String id;

        SameIdMessage(String id) {
            super((jakarta.mail.Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

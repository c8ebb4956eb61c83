package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails that a server took first and sent back later, read from a real mailbox over IMAP. */
@OnboardingTest
class BounceBoxTest {

    private static final String REPORT =
            """
            From: MAILER-DAEMON@mx.example.com
            To: noreply@example.com
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain

            This is the mail system at host mx.example.com.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            Final-Recipient: rfc822; left@example.com
            Action: ACTION
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User left the company

            --b1
            Content-Type: text/rfc822-headers

            Message-ID: MESSAGE_ID

            --b1--
            """;

    @Autowired
    MailPage pages;

    @Autowired
    MailOutbox outbox;

    @Autowired
    UndeliveredMails undelivered;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private GreenMailUser sender;
    private BounceBox box;
    private long mail;
    private String messageId;

    @BeforeEach
    void aMailThatWasTaken() throws MessagingException {
        server.start();
        sender = server.setUser("noreply@example.com", "noreply", "secret");
        box = new BounceBox(
                new BounceSettings("127.0.0.1", server.getImap().getPort(), false, "noreply", "secret", "INBOX"),
                outbox);
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE state IN ('WAITING', 'SECRET')")
                .update();
        String key = UUID.randomUUID().toString();
        outbox.enqueue(key, "left@example.com", "incident", Map.of("step", "x", "instance", "1", "link", "y"));
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        MailSettings settings = new MailSettings("noreply@example.com", List.of(), Duration.ofMinutes(5));
        new MailDelivery(outbox, smtp, pages, settings, clock).sendDue();
        mail = jdbc.sql("SELECT id FROM mail WHERE dedupe_key = ? AND state = 'SENT'")
                .param(key)
                .query(Long.class)
                .single();
        messageId = server.getReceivedMessages()[0].getMessageID();
    }

    @AfterEach
    void nothingIsLeft() {
        server.stop();
        jdbc.sql("UPDATE mail SET state = 'SETTLED' WHERE id = ?").param(mail).update();
    }

    @Test
    void makeThemUndelivered() throws MessagingException, IOException {
        assertThat(box.read()).isZero();
        comesBack("failed", messageId);

        assertThat(box.read()).isOne();
        assertThat(undelivered.byId(mail)).hasValueSatisfying(found -> {
            assertThat(found.why()).isEqualTo("收件方的邮件服务器退回了邮件：550 5.1.1 User left the company");
            assertThat(found.sendable()).isTrue();
        });
        assertThat(box.read()).as("read already").isZero();
    }

    @Test
    void leaveADelayAndOtherPeoplesMailsAlone() throws MessagingException, IOException {
        comesBack("delayed", messageId);
        comesBack("failed", "<somebody@else.example>");
        comesBack("failed", messageId.replaceFirst("<[0-9a-f]{8}", "<00000000"));
        sender.deliver(new MimeMessage(session(), stream("Subject: hello\n\nAction: failed " + messageId)));

        assertThat(box.read()).isZero();
        assertThat(undelivered.byId(mail)).isEmpty();
    }

    private void comesBack(String action, String id) throws MessagingException {
        sender.deliver(new MimeMessage(
                session(), stream(REPORT.replace("ACTION", action).replace("MESSAGE_ID", id))));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}

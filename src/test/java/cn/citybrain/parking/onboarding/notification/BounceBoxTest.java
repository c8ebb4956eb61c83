package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OnboardingTest;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails that a server took first and sent back later, read from a real mailbox over IMAP. */
@OnboardingTest
class BounceBoxTest {

    private static final String REPORT = """
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

    private static final String ENCODED = """
            Content-Type: text/rfc822-headers
            Content-Transfer-Encoding: base64
            """;

    /** Made once: each new one searches the whole class path for what it could speak. */
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Asked for of all mails at once: for one alone the server goes through all others each time. */
    private static final FetchProfile SUBJECTS = new FetchProfile();

    static {
        SUBJECTS.add("Subject");
    }

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
        box = new BounceBox(settings(), outbox);
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
    void makeThemUndeliveredAlsoInBase64() throws MessagingException, IOException {
        sender.deliver(new MimeMessage(
                SESSION,
                stream(REPORT.replace("ACTION", "failed")
                        .replace("Content-Type: text/rfc822-headers\n", ENCODED)
                        .replace("Message-ID: MESSAGE_ID", base64("Message-ID: " + messageId + "\r\n")))));

        assertThat(box.read()).isOne();
        assertThat(undelivered.byId(mail)).isPresent();
    }

    @Test
    void leaveWhatPeopleWroteUnread() throws MessagingException, IOException {
        sender.deliver(written("Re: 通知", "收到，谢谢。"));
        comesBack("failed", messageId);
        comesBack("failed", messageId);
        comesBack("failed", "<somebody@else.example>");
        sender.deliver(written("再问一下", "什么时候可以？"));

        assertThat(box.read()).isOne();
        assertThat(unread()).containsExactly("Re: 通知", "Undelivered Mail Returned to Sender", "再问一下");
        assertThat(new BounceBox(settings(), outbox).read())
                .as("after a restart")
                .isZero();
        assertThat(unread()).hasSize(3);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void sayOnceWhatNamesNoMailOfOurs(CapturedOutput log) throws MessagingException, IOException {
        comesBack("failed", "<somebody@else.example>");

        assertThat(box.read()).isZero();
        assertThat(box.read()).isZero();

        assertThat(log.getOut()).containsOnlyOnce("from mx.example.com, names no mail of ours");
        assertThat(log.getOut()).doesNotContain("somebody@else", "MAILER-DAEMON@");
    }

    @Test
    void areFoundAmongManyAndBesideBrokenOnes() throws MessagingException, IOException {
        sender.deliver(new MimeMessage(SESSION, stream("From: <>\nContent-Type: multipart/report; boundary=x\n\n--")));
        sender.deliver(new MimeMessage(SESSION, stream("From: <>\nContent-Type: ;;\n\n" + "x".repeat(600_000))));
        for (int i = 0; i < 510; i++) {
            sender.deliver(written("hello " + i, "hello"));
        }
        comesBack("failed", messageId);

        assertThat(box.read()).as("not all at once").isZero();
        assertThat(box.read()).isOne();
        assertThat(unread()).hasSize(512);
    }

    @Test
    void areLookedAtAgainIfTheyCouldNotBeNoted() throws MessagingException, IOException {
        comesBack("failed", messageId);
        MailOutbox down = mock(MailOutbox.class);
        when(down.bounced(any()))
                .thenThrow(new DataAccessResourceFailureException("down"))
                .thenAnswer(call -> outbox.bounced(call.getArgument(0)));
        BounceBox patient = new BounceBox(settings(), down);

        assertThat(patient.read()).isZero();
        sender.deliver(written("hello", "hello"));
        assertThat(patient.read()).isOne();
        assertThat(unread()).containsExactly("hello");
    }

    @Test
    void leaveADelayAndOtherPeoplesMailsAlone() throws MessagingException, IOException {
        comesBack("delayed", messageId);
        comesBack("failed", "<somebody@else.example>");
        comesBack("failed", messageId.replaceFirst("<[0-9a-f]{8}", "<00000000"));
        sender.deliver(new MimeMessage(SESSION, stream("Subject: hello\n\nAction: failed " + messageId)));

        assertThat(box.read()).isZero();
        assertThat(undelivered.byId(mail)).isEmpty();
    }

    private void comesBack(String action, String id) throws MessagingException {
        sender.deliver(
                new MimeMessage(SESSION, stream(REPORT.replace("ACTION", action).replace("MESSAGE_ID", id))));
    }

    private static MimeMessage written(String subject, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(SESSION);
        mail.setFrom("zhang@example.com");
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        return mail;
    }

    /** Subjects of what the person who reads the mailbox finds new. */
    private List<String> unread() throws MessagingException, IOException {
        try (Store store = SESSION.getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "noreply", "secret");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                folder.fetch(unread, SUBJECTS);
                List<String> subjects = new ArrayList<>();
                for (Message message : unread) {
                    String[] subject = message.getHeader("Subject");
                    subjects.add(subject == null ? "" : MimeUtility.decodeText(subject[0]));
                }
                return subjects;
            }
        }
    }

    private BounceSettings settings() {
        return new BounceSettings("127.0.0.1", server.getImap().getPort(), false, "noreply", "secret", "INBOX");
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}

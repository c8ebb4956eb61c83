package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What becomes of a mail that a real mail server does not take, over SMTP. */
@OnboardingTest
class MailDeliveryTest {

    @Autowired
    MailOutbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailPage pages;

    @Autowired
    TestClock clock;

    String key;

    @BeforeEach
    void onlyOneWaits() {
        clock.reset();
        key = UUID.randomUUID().toString();
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE state IN ('WAITING', 'SECRET')")
                .update();
        outbox.enqueue(key, "gone@example.com", "incident", Map.of("step", "x", "instance", "1", "link", "y"));
    }

    @AfterEach
    void settled() {
        jdbc.sql("UPDATE mail SET state = 'SETTLED' WHERE dedupe_key = ?")
                .param(key)
                .update();
    }

    @Test
    void isGivenUpAtOnceWhereNobodyIsKnownByThatAddress() throws IOException {
        deliver("550 5.1.1 <gone@example.com>: User unknown");

        assertThat(state()).isEqualTo("FAILED");
        assertThat(error()).contains("收件方的邮件服务器不接受这个地址", "550 5.1.1");
    }

    @ParameterizedTest
    @CsvSource({"450 4.2.0 greylisted", "550 5.7.1 relaying denied", "452 4.2.2 mailbox full"})
    void waitsWhereItIsNotTheAddress(String answer) throws IOException {
        deliver(answer);

        assertThat(state()).isEqualTo("WAITING");
        assertThat(error()).isNotEmpty();
    }

    @Test
    void goesOutWhereItIsTaken() throws IOException {
        deliver("250 ok");

        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void isTextAndPageForOneReaderWhoSeesNoOther() throws Exception {
        outbox.enqueue(
                key + "/other",
                "other@example.com",
                "incident",
                Map.of("step", "提交\r\nBcc: all@example.com", "instance", "1", "link", "http://localhost"));
        List<MimeMessage> sent = new ArrayList<>();
        JavaMailSenderImpl smtp = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object[] originals) {
                sent.addAll(List.of(messages));
            }
        };
        MailSettings settings = new MailSettings("noreply@example.com", List.of(), Duration.ofMinutes(5));

        new MailDelivery(outbox, smtp, pages, settings, clock).sendDue();

        assertThat(sent).hasSize(2);
        for (MimeMessage message : sent) {
            message.saveChanges();
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getSubject()).doesNotContain("\n", "\r");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).contains("智停平台");
            assertThat(message.isMimeType("multipart/alternative")).isTrue();
            MimeMultipart parts = (MimeMultipart) message.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
            assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
            assertThat((String) parts.getBodyPart(1).getContent()).contains("<!DOCTYPE html>", "系统故障待处理");
        }
    }

    private void deliver(String answerToRecipient) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread speaking = new Thread(() -> speak(server, answerToRecipient));
            speaking.start();
            JavaMailSenderImpl smtp = new JavaMailSenderImpl();
            smtp.setHost("127.0.0.1");
            smtp.setPort(server.getLocalPort());
            smtp.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
            MailSettings settings =
                    new MailSettings("noreply@example.com", List.of(Duration.ofMinutes(1)), Duration.ofMinutes(5));
            new MailDelivery(outbox, smtp, pages, settings, clock).sendDue();
        }
    }

    private static void speak(ServerSocket server, String answerToRecipient) {
        try (Socket client = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            say(out, "220 test");
            boolean text = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (text) {
                    text = !line.equals(".");
                    if (!text) {
                        say(out, "250 kept");
                    }
                } else if (line.startsWith("RCPT")) {
                    say(out, answerToRecipient);
                } else if (line.startsWith("DATA")) {
                    text = true;
                    say(out, "354 go on");
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String state() {
        return column("state");
    }

    private String error() {
        return column("last_error");
    }

    private String column(String name) {
        return jdbc.sql("SELECT " + name + " FROM mail WHERE dedupe_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}

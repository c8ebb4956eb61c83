package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail servers send when a mail does not arrive, as they write it. */
class FailureReportTest {

    private static final String ID = OwnMessageId.of(42, "some key");
    private static final Charset GBK = Charset.forName("GB18030");

    private static final String STATUS = """
            Reporting-MTA: dns; mx.example.com

            Final-Recipient: rfc822; left@example.com
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <left@example.com>:
              Recipient address rejected:
            \t用户不存在
            """;

    private static final String ORIGINAL = """
            Return-Path: <noreply@example.com>
            From: noreply@example.com
            Message-ID: %s
            Subject: =?UTF-8?B?6YCa55+l?=

            您的申请被退回了。
            """.formatted(ID);

    private static final String QMAIL = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.com
            To: noreply@example.com
            Subject: failure notice

            Hi. This is the qmail-send program at mx.example.com.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            <left@example.com>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            Return-Path: <noreply@example.com>
            Received: (qmail 4711 invoked by uid 89); 1 Jun 2025 00:00:00 -0000
            Message-ID: %s
            From: noreply@example.com

            text
            """.formatted(ID);

    private static final String EXIM = """
            Return-path: <>
            X-Failed-Recipients: left@example.com
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@mx.example.com>
            Subject: Mail delivery failed: returning message to sender

            This message was created automatically by mail delivery software.

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              left@example.com
                host mx.example.com [192.0.2.1]
                SMTP error from remote mail server after RCPT TO:<left@example.com>:
                550 No such user here

            ------ This is a copy of the message, including all the headers. ------

            Return-path: <noreply@example.com>
            Received: from app by mx.example.com with esmtp (Exim 4.96)
            Message-ID: %s
            """.formatted(ID);

    @Test
    void aStandardReportTellsInOneLineWhatTheServerSaid() {
        assertThat(ours(report("8bit", STATUS, "8bit", ORIGINAL)))
                .hasValue(new Bounce(
                        42,
                        OwnMessageId.proof("some key"),
                        "收件方的邮件服务器退回了邮件：550 5.1.1 <left@example.com>: Recipient address rejected: 用户不存在"));
    }

    @Test
    void itsPartsMayBeInBase64OrQuotedPrintable() {
        String expected =
                ours(report("8bit", STATUS, "8bit", ORIGINAL)).orElseThrow().why();

        assertThat(ours(report("base64", base64(STATUS), "base64", base64(ORIGINAL))))
                .hasValueSatisfying(bounce -> assertThat(bounce.why()).isEqualTo(expected));
        String quoted =
                STATUS.replace("failed", "=66ailed").replace("用户不存在", "=E7=94=A8=E6=88=B7=E4=B8=8D=E5=AD=98=E5=9C=A8");
        assertThat(ours(report("quoted-printable", quoted, "quoted-printable", ORIGINAL.replace("@", "=40"))))
                .hasValueSatisfying(bounce -> assertThat(bounce.why()).isEqualTo(expected));
    }

    @Test
    void aServerMayWriteGbkWithoutSayingSo() {
        byte[] mail = crlf(report("8bit", STATUS, "8bit", ORIGINAL)).getBytes(GBK);

        assertThat(ours(mail))
                .hasValueSatisfying(bounce -> assertThat(bounce.why()).endsWith("用户不存在"));
    }

    @Test
    void damagedBase64IsReadAsFarAsItGoes() {
        String damaged = base64(ORIGINAL).substring(0, 200).strip() + "\n*";

        assertThat(ours(report("base64", base64(STATUS), "base64", damaged))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
    void noOtherActionIsAFailure(String action) {
        String status = STATUS.replace("failed", action);

        assertThat(read(report("8bit", status, "8bit", ORIGINAL))).isEmpty();
        assertThat(read(report("base64", base64(status), "base64", base64(ORIGINAL))))
                .isEmpty();
    }

    @Test
    void withoutAnActionTheCodeDecides() {
        String status = STATUS.replace("Action: failed\n", "");

        assertThat(ours(report("8bit", status, "8bit", ORIGINAL))).isPresent();
        assertThat(read(report("8bit", status.replace("Status: 5.1.1", "Status: 4.4.1"), "8bit", ORIGINAL)))
                .isEmpty();
    }

    @Test
    void qmailWritesPlainText() {
        assertThat(ours(QMAIL)).hasValueSatisfying(bounce -> assertThat(bounce.why())
                .isEqualTo("收件方的邮件服务器退回了邮件：Sorry, no mailbox here by that name. (#5.1.1)"));
    }

    @Test
    void eximNamesTheFailedRecipients() {
        assertThat(ours(EXIM)).hasValueSatisfying(bounce -> assertThat(bounce.why())
                .isEqualTo("收件方的邮件服务器退回了邮件：550 No such user here"));
        String answering =
                EXIM.replaceAll("(?s)------ This.*", "").replaceFirst("Auto", "References: " + ID + "\nAuto");
        assertThat(ours(answering)).isPresent();
    }

    @Test
    void plainTextMayBeInBase64AndInAnotherCharset() {
        String[] mail =
                QMAIL.replace("Sorry, no mailbox here by that name.", "邮箱不存在").split("\n\n", 2);
        String text = Base64.getMimeEncoder().encodeToString(mail[1].getBytes(GBK));
        String head = "\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n";

        assertThat(ours(mail[0] + head + text))
                .hasValueSatisfying(bounce -> assertThat(bounce.why()).endsWith("邮箱不存在 (#5.1.1)"));
    }

    @Test
    void theMailMayBeAttachedToSomeWords() {
        String mail = """
                From: postmaster@qq.example
                Subject: =?UTF-8?B?57O757uf6YCA5L+h?=
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>很抱歉，您的邮件<b>被退回</b>：&lt;left@example.com&gt; 用户不存在</p>
                --b
                Content-Type: message/rfc822

                %s
                --b--
                """.formatted(ORIGINAL);

        assertThat(ours(mail))
                .hasValueSatisfying(bounce ->
                        assertThat(bounce.why()).startsWith("收件方的邮件服务器退回了邮件：").hasSizeLessThanOrEqualTo(250));
        assertThat(read(mail.replace("postmaster", "somebody")))
                .as("forwarded by a person")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: could not send message for past 4 hours. Will keep trying until message is 5 days old.",
                "A message that you sent has not yet been delivered to one or more of its recipients after 24 hours.",
                "Delivery is delayed: 451 4.7.1 Greylisted, this could not be delivered yet.",
                "邮件暂时无法到达，系统会继续尝试投递，若仍失败将发送退信通知。"
            })
    void aDelayInWordsIsNoFailure(String words) {
        assertThat(read("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.com
                Subject: Warning

                %s

                Message-ID: %s
                """.formatted(words, ID))).isEmpty();
    }

    @Test
    void whatPeopleAndTheirMachinesAnswerIsNone() {
        String answer = """
                From: Zhang San <zhang@example.com>
                In-Reply-To: %s
                References: %s
                Subject: Re: failure notice

                550 5.1.1 could not be delivered
                Message-ID: %s
                """.formatted(ID, ID, ID);

        assertThat(read(answer)).isEmpty();
        assertThat(read("Return-Path: <>\nAuto-Submitted: auto-replied (vacation)\n" + answer))
                .isEmpty();
        assertThat(read("Return-Path: <>\nContent-Type: multipart/report; report-type=disposition-notification;"
                        + " boundary=b\nAuto-Submitted: auto-replied\n" + answer))
                .isEmpty();
    }

    @Test
    void anAnswerToOurMailThatDidNotArriveIsNotOurs() {
        String answer = ORIGINAL.replace(ID, "<1@example.com>\nIn-Reply-To: " + ID + "\nReferences: " + ID);

        assertThat(read(report("8bit", STATUS, "8bit", answer)))
                .hasValueSatisfying(report -> assertThat(report.ours()).isEmpty());
    }

    @Test
    void nothingIsGuessedFromAnAddress() {
        assertThat(read(EXIM.replace(ID, "")))
                .hasValueSatisfying(report -> assertThat(report.ours()).isEmpty());
    }

    @Test
    void aBrokenPartDoesNotHideTheOthers() {
        String mail = report("8bit", STATUS, "8bit", ORIGINAL)
                .replaceFirst("--b1\n\n", "--b1\nContent-Type: multipart/alternative; boundary=none\n\n");

        assertThat(ours(mail)).isPresent();
    }

    @Test
    void whatTheServerSaidFitsItsColumn() {
        String status = STATUS.replace("用户不存在", "𠮷\0".repeat(5000));

        assertThat(ours(report("8bit", status, "8bit", ORIGINAL)))
                .hasValueSatisfying(bounce ->
                        assertThat(bounce.why()).hasSizeBetween(249, 250).doesNotContain("\0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--a\n",
                "--a\n\n",
                "--a\nContent-Type: multipart/mixed; boundary=a\n\n",
                "<",
                "&",
                " ",
                "\n ",
                "5.1.1.",
                ">\t"
            })
    void hostileMailsTakeNeitherTimeNorMemory(String again) {
        for (String type :
                new String[] {"multipart/report; boundary=a", "multipart/report", "text/html", "/;;", "text/plain"}) {
            String mail = "From: <>\nContent-Type: " + type + "\n\n" + again.repeat(250_000 / again.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> assertThat(ours(mail)).isEmpty());
        }
        String status = "Action: failed\nDiagnostic-Code:" + again.repeat(60_000 / again.length()) + "\n";
        assertThat(ours(report("8bit", status, "8bit", ORIGINAL)).map(Bounce::mail))
                .hasValue(42L);
    }

    private static String report(String statusEncoding, String status, String encoding, String original) {
        return String.join(
                "\n",
                "From: MAILER-DAEMON@mx.example.com",
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
                "",
                "--b1",
                "",
                "This is the mail system at host mx.example.com.",
                "--b1",
                "Content-Type: message/delivery-status",
                "Content-Transfer-Encoding: " + statusEncoding,
                "",
                status,
                "--b1",
                "Content-Type: text/rfc822-headers",
                "Content-Transfer-Encoding: " + encoding,
                "",
                original,
                "--b1--",
                "");
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Bounce> ours(String mail) {
        return ours(crlf(mail).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Bounce> ours(byte[] mail) {
        return read(mail).flatMap(FailureReport::ours);
    }

    private static Optional<FailureReport> read(String mail) {
        return read(crlf(mail).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FailureReport> read(byte[] mail) {
        try {
            return FailureReport.of(BeginningOfMail.of(new MimeMessage(null, new ByteArrayInputStream(mail))));
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}

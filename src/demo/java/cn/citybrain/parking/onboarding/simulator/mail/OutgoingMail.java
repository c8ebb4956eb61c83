package cn.citybrain.parking.onboarding.simulator.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** How simulated parties send mail: over SMTP, like everybody. */
@Component
public class OutgoingMail {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    OutgoingMail(MailCatcher catcher) {
        sender.setHost("127.0.0.1");
        sender.setPort(catcher.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    }

    /** Sends a plain text; returns when the server has taken it. */
    public void send(String from, String to, String subject, String text) {
        sender.send((MimeMessage message) -> {
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            mail.setFrom(from);
            mail.setTo(to);
            mail.setSubject(subject);
            mail.setText(text);
        });
    }
}

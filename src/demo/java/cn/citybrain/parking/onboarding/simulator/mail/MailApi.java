package cn.citybrain.parking.onboarding.simulator.mail;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The caught mails for pages and scripts. */
@RestController
@RequestMapping("/demo/api/mails")
class MailApi {

    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final MailCatcher catcher;

    MailApi(MailCatcher catcher) {
        this.catcher = catcher;
    }

    /** Newest first; {@code to} and {@code subject} narrow it to texts that contain them. */
    @GetMapping
    List<CaughtMail> mails(
            @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String subject) {
        return catcher.mails().stream()
                .filter(mail -> mail.to().contains(to) && mail.subject().contains(subject))
                .sorted(Comparator.comparing(CaughtMail::receivedAt).reversed())
                .toList();
    }

    /** The page of a mail, in a frame where it can do nothing and load nothing; its links open elsewhere. */
    @GetMapping("/{id}/page")
    ResponseEntity<String> page(@PathVariable String id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", HARMLESS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(mail(id).html());
    }

    @GetMapping("/{id}")
    CaughtMail mail(@PathVariable String id) {
        return catcher.mail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这封邮件"));
    }
}

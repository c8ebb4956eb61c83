package cn.citybrain.parking.onboarding.simulator.mail;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
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

    @GetMapping("/{id}")
    CaughtMail mail(@PathVariable String id) {
        return catcher.mail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这封邮件"));
    }
}

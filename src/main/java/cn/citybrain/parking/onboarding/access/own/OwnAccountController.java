package cn.citybrain.parking.onboarding.access.own;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.MailWishes;
import cn.citybrain.parking.onboarding.access.account.OwnPassword;
import cn.citybrain.parking.onboarding.access.login.Device;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.session.OpenSession;
import cn.citybrain.parking.onboarding.access.session.SessionLimits;
import cn.citybrain.parking.onboarding.access.session.Sessions;
import cn.citybrain.parking.onboarding.access.throttle.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API behind the page: nobody reaches another's account here, as none is named. */
@RestController
@RequestMapping("/api/account")
class OwnAccountController {

    private final CurrentUser user;
    private final OwnFacts facts;
    private final OwnPassword passwords;
    private final MailWishes mails;
    private final Sessions sessions;
    private final SessionLimits limits;

    OwnAccountController(
            CurrentUser user,
            OwnFacts facts,
            OwnPassword passwords,
            MailWishes mails,
            Sessions sessions,
            SessionLimits limits) {
        this.user = user;
        this.facts = facts;
        this.passwords = passwords;
        this.mails = mails;
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * @param reminded by mail, of what is due soon
     * @param sessions the latest call first
     * @param idle minutes without a call after which one ends
     * @param absolute minutes after which one ends in any case
     */
    record View(OwnFacts.Facts facts, boolean reminded, List<OpenSession> sessions, long idle, long absolute) {}

    /** @param old the present password */
    record Change(String old, String password) {

        Change {
            old = old == null ? "" : old;
            password = password == null ? "" : password;
        }
    }

    /** @param on whether to be reminded by mail */
    record Reminders(Boolean on) {}

    record Problem(String message, Map<String, String> fields) {}

    @GetMapping
    View show(HttpServletRequest request) {
        Actor actor = user.current();
        return new View(
                facts.of(actor),
                mails.reminded(actor.userId()),
                sessions.of(actor.userId(), session(request)),
                limits.idle().toMinutes(),
                limits.absolute().toMinutes());
    }

    @PostMapping("/password")
    ResponseEntity<Problem> change(@RequestBody Change change, HttpServletRequest request) {
        String userId = user.current().userId();
        Map<String, String> faults =
                passwords.change(userId, change.old(), change.password(), Device.client(request), session(request));
        return faults.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.badRequest().body(new Problem("密码没有修改，请按提示更正。", faults));
    }

    @PutMapping("/reminders")
    ResponseEntity<Problem> remind(@RequestBody Reminders wish) {
        if (wish.on() == null) {
            return ResponseEntity.badRequest().body(new Problem("请选择是否接收邮件提醒。", Map.of()));
        }
        mails.choose(user.current().userId(), wish.on());
        return ResponseEntity.noContent().build();
    }

    /** A session that ended meanwhile is what was wanted. */
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        sessions.end(user.current().userId(), id);
    }

    /** This one too. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll() {
        sessions.endAll(user.current().userId());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    Problem on(TooSoon tooSoon) {
        return new Problem("密码输错次数过多，请 " + tooSoon.seconds() + " 秒后再试。密码没有修改。", Map.of());
    }

    private static String session(HttpServletRequest request) {
        return request.getSession().getId();
    }
}

package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person reads who has logged in and has no role or no company. */
@Controller
class WaitingPage {

    private final CurrentUser user;
    private final Template page;

    WaitingPage(CurrentUser user, Templates templates) {
        this.user = user;
        this.page = templates.of("access/waiting.html");
    }

    /** As soon as nothing is lacking, it leads to where the work is. */
    @GetMapping(Lacking.PAGE)
    ResponseEntity<String> show(CsrfToken csrf) {
        Actor actor = user.current();
        return Lacking.of(actor)
                .map(lacking -> page.page(
                        HttpStatus.OK,
                        Map.of(
                                "title", lacking.title(),
                                "advice", lacking.advice(),
                                "name", actor.displayName(),
                                "userId", actor.userId(),
                                "csrfName", csrf.getParameterName(),
                                "csrf", csrf.getToken())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create("/"))
                        .build());
    }
}

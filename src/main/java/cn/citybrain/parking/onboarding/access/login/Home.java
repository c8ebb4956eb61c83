package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.recovery.Lacking;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a person starts, and who they are. */
@Controller
class Home {

    private final CurrentUser user;
    private final DemoMode demo;

    Home(CurrentUser user, DemoMode demo) {
        this.user = user;
        this.demo = demo;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + pageOf(user.current());
    }

    /** The webapps' own plugins ask this too. */
    @GetMapping("/api/session")
    @ResponseBody
    Session session(HttpServletRequest request) {
        Actor actor = user.current();
        List<String> roles =
                Arrays.stream(Role.values()).filter(actor::is).map(Role::group).toList();
        return new Session(actor.userId(), actor.displayName(), roles, demo.on(), pageOf(actor), Webapps.PATH);
    }

    static String pageOf(Actor actor) {
        if (Lacking.of(actor).isPresent()) {
            return Lacking.PAGE;
        }
        if (actor.is(Role.LOT_OPERATOR)
                || actor.is(Role.LOT_VENDOR)
                || actor.is(Role.OPS_REVIEWER)
                || actor.is(Role.OPS_SUPERVISOR)) {
            return Webapps.page("tasklist");
        }
        if (actor.is(Role.AUDITOR)) {
            return Webapps.page("cockpit") + "#/audit";
        }
        return "/people";
    }

    /**
     * @param roles groups of {@link Role}, most particular first
     * @param home where "/" leads this person
     * @param webapps where the engine's web applications are
     */
    record Session(String userId, String name, List<String> roles, boolean demo, String home, String webapps) {}
}

package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The button 丢弃草稿. */
@RestController
class DiscardController {

    private final CurrentUser user;
    private final Applications applications;
    private final Discards discards;
    private final EngineRights rights;

    DiscardController(CurrentUser user, Applications applications, Discards discards, EngineRights rights) {
        this.user = user;
        this.applications = applications;
        this.discards = discards;
        this.rights = rights;
    }

    @PostMapping("/api/applications/{no}/discard")
    void discard(@PathVariable String no) {
        Actor actor = user.current();
        applications.find(no).filter(found -> sees(actor, found)).orElseThrow(NotVisible::new);
        if (!actor.is(Role.LOT_OPERATOR)) {
            throw new StepForbidden("只有车场方可以丢弃自己的草稿");
        }
        rights.own(() -> Conflicts.repeat(() -> {
            discards.draft(no, actor.userId());
            return null;
        }));
    }

    /** What has not begun is its own company's alone. */
    private static boolean sees(Actor actor, Application application) {
        return actor.sees(application.tenantId())
                && (application.state() != ApplicationState.DRAFT || actor.is(Role.LOT_OPERATOR));
    }
}

package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 对方没有来: recorded in the task that waits for the visit, which goes on. */
@RestController
class MissedVisitController {

    private final CurrentUser user;
    private final Applications applications;
    private final HeldSteps held;
    private final MissedVisits visits;

    MissedVisitController(CurrentUser user, Applications applications, HeldSteps held, MissedVisits visits) {
        this.user = user;
        this.applications = applications;
        this.held = held;
        this.visits = visits;
    }

    @PostMapping("/api/applications/{no}/appointment/missed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void missed(@PathVariable String no) {
        Actor actor = user.current();
        Application application = applications
                .find(no)
                .filter(candidate -> actor.sees(candidate.tenantId()))
                .orElseThrow(NotVisible::new);
        if (!actor.is(Role.LOT_OPERATOR)) {
            throw new StepForbidden("只有车场方可以登记对方没有来");
        }
        held.colleague(no, HeldSteps.Step.VISIT, actor.userId()).ifPresent(why -> {
            throw new StepForbidden(why);
        });
        if (application.state() != ApplicationState.CHANNEL_REVIEW) {
            throw new StepRefused("申请 " + no + " 目前是「" + application.state().title() + "」，没有待安排的上门签约");
        }
        visits.record(no, actor.userId());
    }
}

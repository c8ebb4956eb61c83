package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.NotYours;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 代办 on the pages 我的账号, of one's own, and 人员, of others: those are the supervisors' to arrange. */
@RestController
class StandInController {

    private final CurrentUser user;
    private final StandInDesk desk;
    private final StandInViews views;

    StandInController(CurrentUser user, StandInDesk desk, StandInViews views) {
        this.user = user;
        this.desk = desk;
        this.views = views;
    }

    record Added(long id) {}

    @GetMapping("/api/account/stand-ins")
    StandInViews.View own() {
        return views.of(user.current().userId());
    }

    @PostMapping("/api/account/stand-ins")
    @ResponseStatus(HttpStatus.CREATED)
    Added appoint(@RequestBody Wish wish) {
        Actor actor = user.current();
        return new Added(desk.appoint(actor, actor.userId(), wish).id());
    }

    @PostMapping("/api/account/stand-ins/{standIn}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long standIn) {
        Actor actor = user.current();
        desk.end(actor, actor.userId(), standIn);
    }

    @GetMapping("/api/people/{id}/stand-ins")
    StandInViews.View of(@PathVariable String id) {
        supervisor();
        return views.of(id);
    }

    @PostMapping("/api/people/{id}/stand-ins")
    @ResponseStatus(HttpStatus.CREATED)
    Added appoint(@PathVariable String id, @RequestBody Wish wish) {
        return new Added(desk.appoint(supervisor(), id, wish).id());
    }

    @PostMapping("/api/people/{id}/stand-ins/{standIn}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @PathVariable long standIn) {
        desk.end(supervisor(), id, standIn);
    }

    private Actor supervisor() {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR)) {
            throw new NotYours("只有运营公司主管可以为别人安排代办。");
        }
        return actor;
    }
}

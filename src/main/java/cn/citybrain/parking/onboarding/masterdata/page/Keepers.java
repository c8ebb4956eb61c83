package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.change.Difference;
import org.springframework.stereotype.Component;

/** Who may see and change master data: supervisors keep it, reviewers and auditors read it, nobody else knows of it. */
@Component
class Keepers {

    private final CurrentUser user;

    Keepers(CurrentUser user) {
        this.user = user;
    }

    /** Not this person's to see, or to change. The message is Chinese. */
    static final class NotYours extends RuntimeException {

        NotYours(String message) {
            super(message);
        }
    }

    /** @throws NotYours unless this person may read master data */
    Actor reader() {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR) && !actor.is(Role.OPS_REVIEWER) && !actor.is(Role.AUDITOR)) {
            throw new NotYours("主数据由运营公司维护，您的账号不能查看。公司或停车场资料有误时，请联系运营公司主管");
        }
        return actor;
    }

    /** @throws NotYours unless this person keeps master data */
    Actor keeper() {
        Actor actor = reader();
        if (!actor.is(Role.OPS_SUPERVISOR)) {
            throw new NotYours("只有运营公司主管可以修改主数据，您可以查看。需要修改时请联系主管");
        }
        return actor;
    }

    static boolean mayChange(Actor actor) {
        return actor.is(Role.OPS_SUPERVISOR);
    }

    /** A contact's number in full for those who keep it. */
    static String phone(Actor actor, String phone) {
        return mayChange(actor) ? phone : Difference.hidden(phone);
    }
}

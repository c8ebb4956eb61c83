package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.PaperReaders;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Who may: a foreign application does not exist, a wrong role is refused. */
@Component
public class Guard implements PaperReaders {

    private final CurrentUser user;
    private final ApplicationRows rows;
    private final Revisions revisions;
    private final PaperUses uses;
    private final HeldSteps held;

    Guard(CurrentUser user, ApplicationRows rows, Revisions revisions, PaperUses uses, HeldSteps held) {
        this.user = user;
        this.rows = rows;
        this.revisions = revisions;
        this.uses = uses;
        this.held = held;
    }

    public Actor actor() {
        return user.current();
    }

    /** The application, if this person may see it; drafts are for their own company. */
    public Application visible(String no) {
        Actor actor = actor();
        return rows.find(no)
                .filter(application -> sees(actor, application))
                .orElseThrow(() -> new NotThere("没有找到申请 " + no));
    }

    /**
     * A company's papers are for its own operators, those of its profile too; everybody else sees what was submitted, and what
     * belongs to a later step.
     */
    @Override
    public boolean mayRead(Document paper, Actor actor) {
        return actor.sees(paper.tenantId())
                && (actor.is(Role.LOT_OPERATOR) || revisions.use(paper.id()) || isOfLaterStep(paper, actor));
    }

    private boolean isOfLaterStep(Document paper, Actor actor) {
        return paper.applicationNo() != null
                && !uses.isUnsubmitted(paper.id())
                && rows.find(paper.applicationNo())
                        .filter(application -> sees(actor, application))
                        .isPresent();
    }

    private static boolean sees(Actor actor, Application application) {
        return actor.sees(application.tenantId())
                && (application.state() != ApplicationState.DRAFT || actor.is(Role.LOT_OPERATOR));
    }

    public Application visible(String no, Role... roles) {
        Application application = visible(no);
        require(roles);
        return application;
    }

    /** As {@link #visible}, for an operator who enters something for a step: not while a colleague has its task. */
    public Application fillable(String no, HeldSteps.Step step) {
        Application application = visible(no, Role.LOT_OPERATOR);
        held.requireFree(no, step, actor().userId());
        return application;
    }

    /** This person has the task of a step, and so may store what it is completed with. */
    public void requireHolder(String no, HeldSteps.Step step) {
        held.require(no, step, actor().userId());
    }

    public Actor require(Role... roles) {
        Actor actor = actor();
        if (Arrays.stream(roles).noneMatch(actor::is)) {
            throw new NotAllowed("此操作只对" + titles(roles) + "开放");
        }
        return actor;
    }

    private static String titles(Role... roles) {
        return String.join("、", Arrays.stream(roles).map(Role::title).toList());
    }
}

package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.DecisionRows;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of the operating company's decisions: an application is accepted, given back or refused, and the decision is used
 * up. Each turn throws {@link WrongState} where the state does not allow it.
 */
@NamedInterface("services")
@Component
public class ReviewDecisions {

    private final ApplicationRows rows;
    private final DecisionRows decisions;
    private final Remarks remarks;
    private final ApplicationStages stages;
    private final Endings endings;
    private final Filers filers;

    ReviewDecisions(
            ApplicationRows rows,
            DecisionRows decisions,
            Remarks remarks,
            ApplicationStages stages,
            Endings endings,
            Filers filers) {
        this.rows = rows;
        this.decisions = decisions;
        this.remarks = remarks;
        this.stages = stages;
        this.endings = endings;
        this.filers = filers;
    }

    /** The stored decision on a revision that no {@link #accept}, {@link #giveBack} or {@link #refuse} has used yet. */
    public Optional<ReviewDecision> unused(String no, int revision) {
        return decisions.unused(no, revision);
    }

    /**
     * → ACCEPTED, and on to BINDING when the channel has opened the account before and nothing is left to be filled in.
     *
     * @return the state that it came to
     */
    @Transactional
    public ApplicationState accept(String no, String by) {
        rows.locked(no);
        filers.requireOther(no, by);
        rows.move(no, ApplicationState.ACCEPTED, "");
        decisions.use(no);
        return stages.bindWhenReady(no);
    }

    /** → RETURNED, with the remarks of the stored decision; refused without any remark on the revision. */
    @Transactional
    public void giveBack(String no, String by) {
        Application application = rows.locked(no);
        filers.requireOther(no, by);
        decisions
                .unused(no, application.revision())
                .filter(decision -> decision.decision() == Decision.RETURN)
                .ifPresent(decision -> decision.remarks()
                        .forEach((key, reason) -> remarks.add(
                                application,
                                new FieldIssue(key, reason),
                                RemarkSource.REVIEWER,
                                decision.decidedBy())));
        if (remarks.current(application).isEmpty()) {
            throw new WrongState("退回申请 " + no + " 至少要对一个字段写明原因");
        }
        rows.move(no, ApplicationState.RETURNED, "");
        decisions.use(no);
    }

    /** → REFUSED, with a reason; the receiving account is closed. */
    @Transactional
    public void refuse(String no, String by, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new WrongState("不予受理申请 " + no + " 须写明原因");
        }
        rows.locked(no);
        filers.requireOther(no, by);
        endings.end(no, ApplicationState.REFUSED, by, reason);
        decisions.use(no);
    }
}

package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.register.FieldNames;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import cn.citybrain.parking.onboarding.process.task.TaskSubmission;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 受理: takes over the decision that the same reviewer's form has stored, and tells the applicant. */
@Component("reviewRecorded")
class ReviewRecorded implements TaskListener {

    private final Applications applications;
    private final ReviewDecisions decisions;
    private final FieldNames fields;
    private final Filers filers;
    private final Deciders deciders;
    private final ProcessMails mails;
    private final Addressees addressees;

    ReviewRecorded(
            Applications applications,
            ReviewDecisions decisions,
            FieldNames fields,
            Filers filers,
            Deciders deciders,
            ProcessMails mails,
            Addressees addressees) {
        this.applications = applications;
        this.decisions = decisions;
        this.fields = fields;
        this.filers = filers;
        this.deciders = deciders;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void notify(DelegateTask task) {
        String by = deciders.of(task);
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        filers.requireOther(application.no(), by);
        ReviewDecision stored = decisions
                .unused(application.no(), application.revision())
                .filter(decision -> decision.decidedBy().equals(by))
                .filter(decision -> decision.decision().code().equals(Variables.REVIEW_DECISION.get(task)))
                .orElseThrow(() -> new StepRefused("您的审核意见没有保存，或与所选结果不一致，请在表单中重新选择并提交"));
        record(task, application, stored, by);
    }

    private void record(DelegateTask task, Application application, ReviewDecision stored, String by) {
        String no = application.no();
        switch (stored.decision()) {
            case ACCEPT -> {
                boolean toChannel = decisions.accept(no, by) == ApplicationState.ACCEPTED;
                if (toChannel) {
                    Variables.SENT_TO_CHANNEL.set(task.getExecution(), true);
                }
                mails.sendToTurn(acceptedMail(task, toChannel), task.getId(), no, addressees.applicant(no), Map.of());
            }
            case RETURN -> {
                decisions.giveBack(no, by);
                mails.sendToTurn("returned", task.getId(), no, addressees.applicant(no), reasons(no, stored));
            }
            case REFUSE -> {
                decisions.refuse(no, by, stored.reason());
                Variables.REFUSAL_REASON.set(task.getExecution(), Reasons.safe(stored.reason()));
            }
        }
    }

    /** As the caller says; an account that the channel knows already needs no other mail than that it is accepted. */
    private static String acceptedMail(DelegateTask task, boolean toChannel) {
        return Optional.ofNullable(Variables.REVIEW_MAIL.find(task))
                .orElse(toChannel ? TaskSubmission.of(task).acceptedMail() : "account-accepted");
    }

    private Map<String, Object> reasons(String no, ReviewDecision stored) {
        return Map.of(
                "count",
                stored.remarks().size(),
                "reasons",
                Reasons.list(stored.remarks().entrySet().stream()
                        .map(remark -> fields.named(no, remark.getKey(), remark.getValue()))
                        .toList()));
    }
}

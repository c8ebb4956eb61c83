package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A reviewer speaks for the channel: back to the applicant with reasons, or the end. What they found out was stored before
 * they complete the task; nobody is sent back or refused for good without a reason.
 */
@Component
class ReviewersWord {

    private static final String WRITTEN_DOWN = "ASKED";

    private final Applications applications;
    private final ChannelAnswers answers;
    private final ChannelRefusals refusals;

    ReviewersWord(Applications applications, ChannelAnswers answers, ChannelRefusals refusals) {
        this.applications = applications;
        this.answers = answers;
        this.refusals = refusals;
    }

    /** The applicant is told what to correct. */
    void correct(DelegateTask task) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        if (applications.openFields(application.no()).isEmpty()) {
            throw new StepRefused("请先登记需要补正的项目和原因");
        }
        Variables.REASONS_KNOWN.set(task.getExecution(), true);
        refusals.tell(task.getId(), application.no(), List.of(reason(application)));
    }

    /** The application ends at the channel. */
    void close(DelegateTask task) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        String reason = reason(application);
        Variables.REFUSAL_REASON.set(task.getExecution(), Reasons.safe(reason));
        answers.closed(application.no(), reason);
    }

    /** What the reviewer has written down; the channel's last words are no reason. */
    String reason(DelegateTask task) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(task));
        if (!WRITTEN_DOWN.equals(application.channelState())) {
            throw new StepRefused("请先登记原因，再提交");
        }
        return reason(application);
    }

    private static String reason(Application application) {
        String reason = application.channelStateText();
        if (reason == null || reason.isBlank()) {
            throw new StepRefused("请先登记渠道拒绝的原因");
        }
        return reason;
    }
}

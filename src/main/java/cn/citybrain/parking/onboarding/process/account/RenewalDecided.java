package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 决定是否再次续办: the channel's link ran out again and again; it is renewed once more, the form is corrected, or it ends. */
@Component("renewalDecided")
class RenewalDecided implements TaskListener {

    private final ChannelAnswers answers;
    private final ReviewersWord word;

    RenewalDecided(ChannelAnswers answers, ReviewersWord word) {
        this.answers = answers;
        this.word = word;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.RENEWAL_DECISION.get(task)) {
            case "correct" -> {
                answers.refused(Variables.APPLICATION_NO.get(task), List.of(), word.reason(task));
                word.correct(task);
            }
            case "giveUp" -> {
                word.reason(task);
                word.close(task);
            }
            default -> {
                // submitted again as before
            }
        }
    }
}

package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 账号验证确认: the account that the channel opened is the one that was applied for; or it is not, and is corrected and opened
 * anew, or given up.
 */
@Component("accountChecked")
class AccountChecked implements TaskListener {

    private final ChannelAnswers answers;
    private final ReviewersWord word;

    AccountChecked(ChannelAnswers answers, ReviewersWord word) {
        this.answers = answers;
        this.word = word;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (Variables.ACCOUNT_DECISION.get(task)) {
            case "correct" -> {
                answers.accountRefused(Variables.APPLICATION_NO.get(task), word.reason(task));
                word.correct(task);
            }
            case "close" -> {
                word.reason(task);
                word.close(task);
            }
            default -> {
                // it is as it should be: the lots can be bound
            }
        }
    }
}

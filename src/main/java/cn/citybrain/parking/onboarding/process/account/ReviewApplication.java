package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Asked;
import cn.citybrain.parking.onboarding.process.answer.Word;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * The wait for a channel's review in instances of the versions before {@link ReviewQuestion}: an external task that stays
 * locked until its next poll, and ends by an error where the channel refuses. Goes when the last of them has ended.
 */
@Component
class ReviewApplication implements TopicHandler {

    private final ReviewQuestion review;
    private final ProcessSettings settings;

    ReviewApplication(ReviewQuestion review, ProcessSettings settings) {
        this.review = review;
        this.settings = settings;
    }

    @Override
    public String topic() {
        return "reviewApplication";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        Word word = review.ask(Asked.of(task));
        return word instanceof Word.Decided decided
                ? answer(decided)
                : new Answer.Later(settings.worker().pollEvery(), word.store());
    }

    private static Answer answer(Word.Decided decided) {
        Map<String, Object> variables = decided.variables();
        return switch (ReviewOutcome.valueOf(Variables.REVIEW_OUTCOME.get(variables))) {
            case REFUSED -> new Answer.Refused("channelRefused", variables, decided.store());
            case CLOSED -> new Answer.Refused("channelClosed", variables, decided.store());
            default -> new Answer.Done(variables, decided.store());
        };
    }
}

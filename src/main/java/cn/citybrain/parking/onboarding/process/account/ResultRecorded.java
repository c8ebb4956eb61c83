package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.SigningResult;
import cn.citybrain.parking.onboarding.application.SigningResult.Outcome;
import cn.citybrain.parking.onboarding.application.visit.SigningResults;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 登记签约入网结果: takes over what the reviewer's form has stored. */
@Component("resultRecorded")
class ResultRecorded implements TaskListener {

    private final SigningResults results;
    private final AccountOpening opening;
    private final ChannelRefusals refusals;

    ResultRecorded(SigningResults results, AccountOpening opening, ChannelRefusals refusals) {
        this.results = results;
        this.opening = opening;
        this.refusals = refusals;
    }

    @Override
    public void notify(DelegateTask task) {
        String no = Variables.APPLICATION_NO.get(task);
        SigningResult stored = results.unused(no)
                .filter(result -> result.outcome().code().equals(Variables.RESULT_DECISION.get(task)))
                .orElseThrow(() -> new StepRefused("签约入网结果没有保存或与所选结果不一致，请在表单中重新保存"));
        if (stored.outcome() == Outcome.OPENED) {
            opening.open(no, stored.channelAccount(), "签约入网结果已登记");
            Variables.REVIEW_OUTCOME.set(task.getExecution(), ReviewOutcome.APPROVED.name());
        } else {
            Variables.REASONS_KNOWN.set(task.getExecution(), ChannelRefusals.reasonsKnown(stored.issues()));
            Variables.REVIEW_OUTCOME.set(task.getExecution(), ReviewOutcome.REFUSED.name());
            refusals.record(task.getId(), no, stored.issues(), stored.reason());
        }
        results.use(no);
    }
}

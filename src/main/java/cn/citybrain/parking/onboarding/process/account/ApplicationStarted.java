package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A process begins with an application that is yet to be filled in; its number becomes the business key. */
@Component("applicationStarted")
class ApplicationStarted implements ExecutionListener {

    private final Applications applications;
    private final ApplicationStages stages;
    private final Merchants merchants;
    private final Openings openings;

    ApplicationStarted(Applications applications, ApplicationStages stages, Merchants merchants, Openings openings) {
        this.applications = applications;
        this.stages = stages;
        this.merchants = merchants;
        this.openings = openings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Application application = applications.byNo(Variables.APPLICATION_NO.get(execution));
        if (!execution.getProcessDefinitionId().startsWith(application.channel() + "-onboarding:")) {
            throw new StepRefused("申请 " + application.no() + " 不是这个渠道的申请");
        }
        openings.obstacle(merchants.byId(application.merchantId()).orElseThrow())
                .ifPresent(why -> {
                    throw new StepRefused(why);
                });
        stages.started(application.no());
        execution.setProcessBusinessKey(application.no());
        Variables.CHANNEL.set(execution, application.channel());
        Variables.SENT_TO_CHANNEL.set(execution, false);
    }
}

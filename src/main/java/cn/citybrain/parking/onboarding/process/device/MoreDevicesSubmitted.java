package cn.citybrain.parking.onboarding.process.device;

import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 补装 ETC 设备: what was recorded goes to the operating company, unless the operator ends it. */
@Component("moreDevicesSubmitted")
class MoreDevicesSubmitted implements TaskListener {

    private final Installations installations;

    MoreDevicesSubmitted(Installations installations) {
        this.installations = installations;
    }

    @Override
    public void notify(DelegateTask task) {
        if ("submit".equals(Variables.MORE_DEVICES_DECISION.get(task))) {
            installations.submitMore(Variables.APPLICATION_NO.get(task));
        }
    }
}

package cn.citybrain.parking.onboarding.process.device;

import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 安装 ETC 设备: what the operator has recorded goes to the operating company. */
@Component("devicesSubmitted")
class DevicesSubmitted implements TaskListener {

    private final Installations installations;

    DevicesSubmitted(Installations installations) {
        this.installations = installations;
    }

    @Override
    public void notify(DelegateTask task) {
        installations.submit(Variables.APPLICATION_NO.get(task));
    }
}

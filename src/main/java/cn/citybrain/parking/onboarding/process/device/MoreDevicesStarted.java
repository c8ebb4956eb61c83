package cn.citybrain.parking.onboarding.process.device;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** 补装 ETC 设备 begins: for an account that is open, one at a time. */
@NamedInterface("services")
@Component("moreDevicesStarted")
public class MoreDevicesStarted implements ExecutionListener {

    private final Installations installations;
    private final RuntimeService runtime;
    private final EngineRights rights;

    MoreDevicesStarted(Installations installations, RuntimeService runtime, EngineRights rights) {
        this.installations = installations;
        this.runtime = runtime;
        this.rights = rights;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // locks it: of two that begin at the same time the second one sees the first
        Application application = installations.requireOpenAccount(Variables.APPLICATION_NO.get(execution));
        String key = key(application.no());
        boolean running = rights.own(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                > 0;
        if (running) {
            throw new StepRefused("申请 " + application.no() + " 的补装还没有结束，请先在待办里办完“补装 ETC 设备”");
        }
        execution.setProcessBusinessKey(key);
        Variables.CHANNEL.set(execution, application.channel());
    }

    /** Business key of the process that installs more devices for an application's account. */
    public static String key(String applicationNo) {
        return applicationNo + "-devices";
    }
}

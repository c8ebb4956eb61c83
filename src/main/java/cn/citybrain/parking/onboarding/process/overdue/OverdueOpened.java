package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理超期 begins: its name says what is overdue, and from the second time on how often it was reported. */
@Component("overdueOpened")
class OverdueOpened implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setName(name(Variables.OVERDUE_NAME.get(task), Variables.OVERDUE_LEVEL.get(task)));
    }

    static String name(String overdue, int level) {
        return "处理超期：" + overdue + (level > 1 ? "（第 " + level + " 次上报）" : "");
    }
}

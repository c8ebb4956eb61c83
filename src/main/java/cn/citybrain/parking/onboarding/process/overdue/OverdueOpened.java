package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 处理超期 begins: its name says what is overdue, and from the second time on how often it was reported. All supervisors are
 * told.
 */
@Component("overdueOpened")
class OverdueOpened implements TaskListener {

    private final OverdueTable table;
    private final OverdueMails mails;

    OverdueOpened(OverdueTable table, OverdueMails mails) {
        this.table = table;
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        int level = Variables.OVERDUE_LEVEL.get(task);
        task.setName(name(Variables.OVERDUE_NAME.get(task), level));
        table.find(Variables.OVERDUE_STEP.get(task)).ifPresent(step -> {
            if (level > 1) {
                mails.raised(step, level, task);
            } else {
                mails.begun(step, task);
            }
        });
    }

    static String name(String overdue, int level) {
        return "处理超期：" + overdue + (level > 1 ? "（第 " + level + " 次上报）" : "");
    }
}

package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.application.register.UnchangedApplications;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.overdue.OverdueStep.Handling;
import cn.citybrain.parking.onboarding.process.withdrawal.Withdrawals;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 处理超期 is done: what was decided in its form is carried out, and it is settled when the step is looked at again. */
@Component("overdueHandled")
class OverdueHandled implements TaskListener {

    private final OverdueTable table;
    private final OverdueMails mails;
    private final Colleagues colleagues;
    private final Withdrawals withdrawals;
    private final AwaitedAnswers waits;
    private final UnchangedApplications unchanged;
    private final TaskService tasks;
    private final Deciders deciders;
    private final EngineRights rights;
    private final DueDates dueDates;
    private final Clock clock;

    OverdueHandled(
            OverdueTable table,
            OverdueMails mails,
            Colleagues colleagues,
            Withdrawals withdrawals,
            AwaitedAnswers waits,
            UnchangedApplications unchanged,
            TaskService tasks,
            Deciders deciders,
            EngineRights rights,
            DueDates dueDates,
            Clock clock) {
        this.table = table;
        this.mails = mails;
        this.colleagues = colleagues;
        this.withdrawals = withdrawals;
        this.waits = waits;
        this.unchanged = unchanged;
        this.tasks = tasks;
        this.deciders = deciders;
        this.rights = rights;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        OverdueStep step = table.locked(Variables.OVERDUE_STEP.get(task))
                .filter(found -> found.overAt() == null)
                .orElseThrow(() -> new StepRefused("“" + Variables.OVERDUE_NAME.get(task) + "”已经办完，这个任务会自动结束"));
        Handling handling = step.handling();
        boolean decided = handling != null
                && handling.decision().code().equals(Variables.OVERDUE_DECISION.get(task))
                && handling.by().equals(deciders.of(task));
        if (!decided) {
            throw new StepRefused("请先在表单里选择怎样处理，再提交");
        }
        Instant next = dueDates.workingDaysAfter(clock.instant(), step.days());
        Variables.OVERDUE_NEXT.set(task, Date.from(rights.own(() -> carryOut(step, handling, next, task.getId()))));
    }

    /** Returns when the step is reported again, if it is not done by then. */
    private Instant carryOut(OverdueStep step, Handling handling, Instant next, String turn) {
        return switch (handling.decision()) {
            case REMIND -> {
                mails.remind(step, turn);
                yield next;
            }
            case EXTEND -> {
                extend(step, handling.until());
                yield handling.until();
            }
            case HAND_OVER -> {
                colleagues.requireFit(step.taskId(), handling.handedTo());
                tasks.setAssignee(step.taskId(), handling.handedTo());
                mails.handedOver(step, handling.handedTo(), next, turn);
                yield next;
            }
            case WITHDRAW -> {
                withdraw(step, handling);
                yield next;
            }
        };
    }

    private void extend(OverdueStep step, Instant until) {
        if (step.isTask()) {
            tasks.setDueDate(step.taskId(), Date.from(until));
            if (step.bindingId() == null) {
                unchanged.keep(step.applicationNo(), until);
            }
        } else {
            waits.expect(step.executionId(), until);
        }
    }

    private void withdraw(OverdueStep step, Handling handling) {
        if (step.bindingId() == null) {
            withdrawals.application(step.applicationNo(), handling.by(), handling.reason());
        } else {
            withdrawals.lot(step.bindingId(), handling.by(), handling.reason());
        }
    }
}

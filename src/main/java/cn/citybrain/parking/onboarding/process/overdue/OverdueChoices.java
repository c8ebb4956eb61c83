package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.handover.Colleagues;
import cn.citybrain.parking.onboarding.process.handover.HandOvers;
import cn.citybrain.parking.onboarding.process.overdue.OverdueController.Decision;
import cn.citybrain.parking.onboarding.process.overdue.OverdueStep.Handling;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What a supervisor may choose for an overdue step, and what each choice takes. */
@Component
class OverdueChoices {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_EXTENSION_DAYS = 180;

    private final Colleagues colleagues;
    private final Withdrawable withdrawable;
    private final DueDates dueDates;
    private final Clock clock;

    OverdueChoices(Colleagues colleagues, Withdrawable withdrawable, DueDates dueDates, Clock clock) {
        this.colleagues = colleagues;
        this.withdrawable = withdrawable;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /** @throws StepRefused if the choice does not fit the step, or lacks something */
    Handling of(OverdueStep step, Decision wanted, Actor actor) {
        OverdueDecision decision = OverdueDecision.of(wanted.decision()).orElseThrow(() -> new StepRefused("请先选择怎样处理"));
        return switch (decision) {
            case REMIND -> new Handling(decision, null, null, null, actor.userId());
            case EXTEND -> new Handling(decision, until(wanted.until()), null, null, actor.userId());
            case HAND_OVER ->
                new Handling(
                        decision, null, colleague(step, wanted.to()), HandOvers.word(wanted.reason()), actor.userId());
            case WITHDRAW -> new Handling(decision, null, null, reason(step, wanted.reason()), actor.userId());
        };
    }

    private Instant until(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(LONGEST_EXTENSION_DAYS))) {
            throw new StepRefused("请填写新的期限：明天起，" + LONGEST_EXTENSION_DAYS + " 天以内");
        }
        return dueDates.endOf(day);
    }

    private String colleague(OverdueStep step, String userId) {
        if (!step.isTask()) {
            throw new StepRefused("这一步在等待对方答复，没有可以转交的任务");
        }
        if (userId == null || userId.isBlank()) {
            throw new StepRefused("请选择转交给谁");
        }
        colleagues.requireFit(step.taskId(), userId);
        return userId;
    }

    private String reason(OverdueStep step, String reason) {
        if (!withdrawable.is(step)) {
            throw new StepRefused("这一步没有可以撤回的申请或停车场");
        }
        String said = Typed.lines(reason);
        if (said.isEmpty() || Typed.length(said) > LONGEST_REASON) {
            throw new StepRefused("请填写撤回原因，不超过 " + LONGEST_REASON + " 字");
        }
        return said;
    }
}

package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.turn.Step.Act;
import cn.citybrain.parking.onboarding.turn.Step.Appointed;
import cn.citybrain.parking.onboarding.turn.Step.PersonsTask;
import cn.citybrain.parking.onboarding.turn.Step.Place;
import cn.citybrain.parking.onboarding.turn.Step.Stopped;
import java.util.Set;

/** What is said of a step whatever it is about. */
final class StepTurns {

    private StepTurns() {}

    static Turn of(PersonsTask step) {
        return new Turn(
                new Whose.People(step.role()),
                words(step),
                Set.of(step.group()),
                step.task(),
                step.at().since(),
                step.due(),
                step.at().overdue(),
                null,
                step.aboutLateness());
    }

    private static Words words(PersonsTask step) {
        String task = "“" + step.at().name() + "”";
        if (step.visitor() != null) {
            return Words.of(
                    Names.first(step.visitor()) + "会联系您上门签约，请您在" + task + "里登记约定和结果",
                    "等待" + Names.spaced(step.visitor()) + "联系车场方上门签约，由车场方登记");
        }
        return Words.of("请您办理" + task, "等待" + Names.of(step.role()) + "办理" + task);
    }

    static Turn of(Act step) {
        String act = "“" + step.at().name() + "”";
        String text = step.postponed()
                ? "渠道暂时没有应答，平台会自动重试" + act + "，无需操作"
                : step.failed() ? act + "刚才没有办成，平台会自动重试，无需操作" : "平台正在办理" + act + "，无需操作";
        return Turn.quiet(new Whose.Platform(), text, step.at().since());
    }

    static Turn of(Appointed step) {
        return Turn.quiet(
                        new Whose.Platform(),
                        "平台会自动继续（" + step.at().name() + "），无需操作",
                        step.at().since())
                .until(step.moment());
    }

    static Turn of(Stopped step) {
        Place at = step.at();
        Role helper = Role.OPS_SUPERVISOR;
        return new Turn(
                new Whose.People(helper),
                Stopped.words(at.name()),
                Set.of(helper.group()),
                null,
                at.since(),
                null,
                at.overdue(),
                at.instanceId(),
                false);
    }
}

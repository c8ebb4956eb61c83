package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.turn.Step.Act;
import cn.citybrain.parking.onboarding.turn.Step.Answer;
import cn.citybrain.parking.onboarding.turn.Step.Appointed;
import cn.citybrain.parking.onboarding.turn.Step.Message;
import cn.citybrain.parking.onboarding.turn.Step.PersonsTask;
import cn.citybrain.parking.onboarding.turn.Step.Stopped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whose turn it is for an application as a whole. */
final class ApplicationTurns {

    private static final String REVIEW = "reviewApplication";

    private ApplicationTurns() {}

    /** Never empty. What its lots wait for is told beside what it waits for itself. */
    static List<Turn> of(ApplicationFacts application, List<Step> steps) {
        return steps.isEmpty()
                ? List.of(withoutSteps(application))
                : Stream.concat(steps.stream().map(step -> turn(application, step)), lots(application).stream())
                        .toList();
    }

    private static Turn turn(ApplicationFacts application, Step step) {
        if (step instanceof PersonsTask task) {
            Turn turn = StepTurns.of(task);
            return task.aboutLateness() ? turn : turn.saying(turn.words().after(before(application)));
        } else if (step instanceof Answer answer) {
            return channel(application, answer.at())
                    .until(answer.expectedAt())
                    .overdue(answer.at().overdue());
        } else if (step instanceof Message message) {
            return Turn.quiet(
                            new Whose.Platform(),
                            message.at().name(),
                            message.at().since())
                    .overdue(message.at().overdue());
        } else if (step instanceof Act act) {
            // versions before wait for the channel's word in an act of their own
            boolean asks = act.postponed() && act.at().element().endsWith(REVIEW);
            return asks ? channel(application, act.at()) : StepTurns.of(act);
        } else if (step instanceof Appointed appointed) {
            return StepTurns.of(appointed);
        }
        return StepTurns.of((Stopped) step);
    }

    private static Turn channel(ApplicationFacts application, Step.Place at) {
        String channel = application.channel();
        String named = at.name().contains(channel) ? at.name() : at.name() + "（" + channel + "）";
        return Turn.quiet(new Whose.TheChannel(channel), named + "，无需操作", at.since());
    }

    /** Why there is something to correct or to find out. */
    private static String before(ApplicationFacts application) {
        return switch (application.state()) {
            case RETURNED -> "运营公司退回了申请。";
            case CHANNEL_REFUSED -> Names.first(application.channel()) + "退回了申请。";
            default -> "";
        };
    }

    /** Nothing of its process is waited for: it has none, is over, or on its way from one step to the next. */
    private static Turn withoutSteps(ApplicationFacts application) {
        if (application.state() == ApplicationState.DRAFT) {
            Role role = Role.LOT_OPERATOR;
            return new Turn(
                    new Whose.People(role),
                    Words.of("请您继续填写草稿", "等待" + role.title() + "继续填写草稿"),
                    Set.of(role.group()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false);
        }
        return lots(application).orElseGet(() -> alone(application));
    }

    private static Turn alone(ApplicationFacts application) {
        if (application.state() == ApplicationState.TESTING) {
            return theLots(application);
        }
        return application.state().isFinal()
                ? Turn.quiet(new Whose.Nobody(), application.state().title() + "，无需操作", null)
                : Turn.quiet(new Whose.Platform(), "平台正在办理，无需操作", null);
    }

    /** An account that is open gets further lots: the application stays what it is, and they are under way. */
    private static Optional<Turn> lots(ApplicationFacts application) {
        return application.openLots() > 0 ? Optional.of(theLots(application)) : Optional.empty();
    }

    private static Turn theLots(ApplicationFacts application) {
        boolean testing = application.state() == ApplicationState.TESTING;
        return Turn.quiet(
                new Whose.TheLots(),
                (testing ? "对接测试中" : "有停车场还在办理") + "：共 " + application.allLots() + " 个停车场，已正式接入 "
                        + application.lots(BindingState.LIVE) + " 个，还有 " + application.openLots() + " 个在办理，见各停车场",
                null);
    }
}

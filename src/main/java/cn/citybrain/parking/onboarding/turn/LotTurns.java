package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.turn.Step.Act;
import cn.citybrain.parking.onboarding.turn.Step.Answer;
import cn.citybrain.parking.onboarding.turn.Step.Appointed;
import cn.citybrain.parking.onboarding.turn.Step.Message;
import cn.citybrain.parking.onboarding.turn.Step.PersonsTask;
import cn.citybrain.parking.onboarding.turn.Step.Stopped;
import java.util.List;

/** Whose turn it is for a lot at a channel. */
final class LotTurns {

    private static final String AWAIT_RECORD = "receiveTask_awaitRecord";

    private LotTurns() {}

    /** Never empty. */
    static List<Turn> of(LotFacts lot, List<Step> steps) {
        List<Turn> turns = steps.isEmpty()
                ? List.of(withoutSteps(lot))
                : steps.stream().map(step -> turn(lot, step)).toList();
        return lot.withdrawing()
                ? turns.stream()
                        .map(turn -> turn.saying(turn.words().after("正在撤回：")))
                        .toList()
                : turns;
    }

    private static Turn turn(LotFacts lot, Step step) {
        if (step instanceof PersonsTask task) {
            return task(lot, task);
        } else if (step instanceof Answer answer) {
            return answer(lot, answer)
                    .until(answer.expectedAt())
                    .overdue(answer.at().overdue());
        } else if (step instanceof Message message) {
            return message(lot, message).overdue(message.at().overdue());
        } else if (step instanceof Act act) {
            return act(lot, act);
        } else if (step instanceof Appointed appointed) {
            return StepTurns.of(appointed);
        }
        return StepTurns.of((Stopped) step);
    }

    private static Turn task(LotFacts lot, PersonsTask task) {
        Turn turn = StepTurns.of(task);
        if (task.aboutLateness()) {
            return turn;
        }
        if (!lot.refusal().isEmpty()) {
            return turn.saying(turn.words().after(refusal(lot)));
        }
        if (task.role() == Role.OPS_SUPERVISOR) {
            return MoneyTurns.handled(lot, turn);
        }
        if (lot.record() != null) {
            return turn.saying(turn.words().after(RecordTurns.arrived(lot.record()) + "。"));
        }
        return turn;
    }

    /** What the channel said; what the side before said to the one whose turn it is. */
    private static String refusal(LotFacts lot) {
        List<LotWord> said = lot.refusal();
        LotWord stands = said.stream()
                .filter(word -> word.kind() != Kind.NOTE)
                .reduce((a, b) -> b)
                .orElse(said.get(0));
        String note = said.stream()
                .filter(word -> word.kind() == Kind.NOTE)
                .reduce((a, b) -> b)
                .map(LotWord::text)
                .orElse("");
        String speaker =
                switch (stands.kind()) {
                    case ASKED -> Role.LOT_OPERATOR.title();
                    case RETURNED -> "运营公司";
                    default -> "";
                };
        return Names.first(lot.channel()) + "没有同意这个停车场：" + ended(said.get(0).text())
                + (speaker.isEmpty() || note.isEmpty() ? "" : speaker + "说明：" + ended(note));
    }

    private static String ended(String sentence) {
        return sentence.replaceFirst("[。；，\\s]*$", "") + "。";
    }

    private static Turn answer(LotFacts lot, Answer answer) {
        return switch (answer.question()) {
            case "lot" -> consent(lot, answer.at());
            case "deduction" -> MoneyTurns.awaited(lot, answer.at().since());
            default ->
                Turn.quiet(
                        new Whose.TheChannel(lot.channel()),
                        answer.at().name(),
                        answer.at().since());
        };
    }

    private static Turn consent(LotFacts lot, Step.Place at) {
        return Turn.quiet(
                new Whose.TheChannel(lot.channel()), "等待" + Names.spaced(lot.channel()) + "同意这个停车场收款，无需操作", at.since());
    }

    private static Turn message(LotFacts lot, Message message) {
        return message.at().element().equals(AWAIT_RECORD)
                ? RecordTurns.of(lot)
                : Turn.quiet(
                        new Whose.Platform(), message.at().name(), message.at().since());
    }

    /** Versions before wait for the channel in the act itself. */
    private static Turn act(LotFacts lot, Act act) {
        LotBinding binding = lot.binding();
        if (act.postponed() && MoneyTurns.isAwaited(lot)) {
            return MoneyTurns.awaited(lot, act.at().since());
        }
        if (act.postponed()
                && binding.state() == BindingState.CONFIGURED
                && !binding.channelReference().isEmpty()) {
            return consent(lot, act.at());
        }
        return StepTurns.of(act);
    }

    /** Nothing of its process is waited for: it is over, or on its way from one step to the next. */
    private static Turn withoutSteps(LotFacts lot) {
        LotBinding binding = lot.binding();
        return switch (binding.state()) {
            case CONFIGURED, REGISTERED -> Turn.quiet(new Whose.Platform(), "平台正在办理渠道注册，无需操作", null);
            case TESTING -> MoneyTurns.of(lot).orElseGet(() -> RecordTurns.of(lot));
            case LIVE -> Turn.quiet(new Whose.Nobody(), "已正式接入，无需操作", binding.liveAt());
            case SUSPENDED -> Turn.quiet(new Whose.People(Role.OPS_SUPERVISOR), "已暂停收款，由运营公司主管恢复", null);
            case WITHDRAWN ->
                Turn.quiet(
                        new Whose.Nobody(),
                        (binding.refusedByChannel() ? Names.first(lot.channel()) + "没有同意，已放弃" : "已撤回")
                                + "。如需接入：账户已开通的用“增加停车场”，否则重新申请",
                        binding.withdrawalRequestedAt());
        };
    }
}

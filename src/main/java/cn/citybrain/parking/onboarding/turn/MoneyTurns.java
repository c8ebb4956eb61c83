package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whose turn it is while a test charge has no end. */
final class MoneyTurns {

    private static final String DISPUTED = "扣款有争议";
    private static final String UNCLEAR = "渠道长时间没有给出扣款结果";

    private MoneyTurns() {}

    /** Of a lot whose process stands at no step; empty where no charge is open. */
    static Optional<Turn> of(LotFacts lot) {
        Deduction money = lot.deduction();
        if (money == null || money.abandoned() || money.disputeClosedAt() != null) {
            return Optional.empty();
        }
        if (money.disputed()) {
            return Optional.of(handled(lot, supervisors(DISPUTED + "，等待运营公司主管处理", since(money))));
        }
        if (money.withSupervisor()) {
            return Optional.of(supervisors(UNCLEAR + "，等待运营公司主管核实", money.withSupervisorSince()));
        }
        return switch (money.state()) {
            case SUCCEEDED -> Optional.of(Turn.quiet(new Whose.Platform(), "测试扣款成功，即将正式接入", since(money)));
            case PREPARED, SENT, UNKNOWN -> Optional.of(awaited(lot, since(money)));
            case FAILED, DISPUTED -> Optional.empty();
        };
    }

    private static Turn supervisors(String text, Instant since) {
        return Turn.quiet(new Whose.People(Role.OPS_SUPERVISOR), text, since);
    }

    /** What a supervisor is asked for about a charge, or what has to come first. */
    static Turn handled(LotFacts lot, Turn turn) {
        Deduction money = lot.deduction();
        if (money == null) {
            return turn;
        }
        if (!money.disputed()) {
            return money.withSupervisor() ? turn.saying(turn.words().after(UNCLEAR + "。")) : turn;
        }
        if (lot.obstacle() == null) {
            String over = money.chargedNothing() ? "渠道确认没有扣款" : "款项已退回";
            return turn.saying(turn.words().after(DISPUTED + "：" + over + "。"));
        }
        return lot.obstacle().channels() ? channels(lot, turn) : refund(lot, turn);
    }

    private static Turn channels(LotFacts lot, Turn turn) {
        return Turn.quiet(
                        new Whose.TheChannel(lot.channel()),
                        DISPUTED + "：" + lot.obstacle().text(),
                        turn.since())
                .overdue(turn.overdue());
    }

    /** Done on the lot's page; its task comes afterwards. */
    private static Turn refund(LotFacts lot, Turn turn) {
        Role role = Role.OPS_SUPERVISOR;
        return new Turn(
                new Whose.People(role),
                Words.of(DISPUTED + "：" + lot.obstacle().text(), DISPUTED + "，等待" + role.title() + "办理退款"),
                Set.of(role.group()),
                null,
                turn.since(),
                turn.until(),
                turn.overdue(),
                null,
                false);
    }

    /** Whether the channel was asked to charge and has not said what came of it. */
    static boolean isAwaited(LotFacts lot) {
        return lot.deduction() != null && lot.deduction().state().undecided() && !sending(lot.deduction());
    }

    private static boolean sending(Deduction money) {
        return money.state() == DeductionState.PREPARED;
    }

    static Turn awaited(LotFacts lot, Instant since) {
        Deduction money = lot.deduction();
        if (money != null && sending(money)) {
            return Turn.quiet(new Whose.Platform(), "平台即将向" + Names.spaced(lot.channel()) + "发起测试扣款，无需操作", since);
        }
        String text = money != null && money.state() == DeductionState.UNKNOWN
                ? "测试扣款结果未知，平台正在向" + Names.spaced(lot.channel()) + "查询，无需操作"
                : "测试扣款已发往" + Names.spaced(lot.channel()).stripTrailing() + "，等待结果，无需操作";
        return Turn.quiet(new Whose.TheChannel(lot.channel()), text, since);
    }

    private static Instant since(Deduction money) {
        return money.decidedAt() != null ? money.decidedAt() : money.createdAt();
    }
}

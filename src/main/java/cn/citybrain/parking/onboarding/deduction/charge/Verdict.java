package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.GivenNumber;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an answer of the channel means for a deduction as it stands. */
sealed interface Verdict {

    /** Charged as ordered. */
    record Success(Succeeded answer) implements Verdict {}

    /** Not charged. */
    record Failure(String code, String reason) implements Verdict {}

    /** Charged, but not as ordered, or after it was given up or had failed. */
    record Dispute(Succeeded answer, String why) implements Verdict {}

    /**
     * What a disputed charge really is about, by the channel's answer to our own question.
     *
     * @param amount in 分, 0 if nothing was charged
     * @param transactionNo empty where the channel gives none
     */
    record Confirmation(int amount, String transactionNo, String text) implements Verdict {}

    record StillUndecided(DeductionState state, String note) implements Verdict {}

    /** The channel's number of a charge that it decided without one before. */
    record Numbered(String transactionNo) implements Verdict {}

    /** Other than what the channel said first: evidence only. */
    record Contradiction(String text) implements Verdict {}

    /** Says what is known. */
    record Nothing() implements Verdict {}

    /**
     * @param order as sent, empty if nothing was sent under this number
     * @param asked whether the channel answers our own question, in contrast to what it tells unasked
     */
    static Verdict of(Deduction deduction, Optional<DeductionOrder> order, DeductionResult answer, boolean asked) {
        if (asked && deduction.disputed()) {
            return ofDisputed(deduction, answer);
        } else if (answer instanceof Succeeded success) {
            return ofSuccess(deduction, order, success);
        } else if (answer instanceof Failed failure) {
            return ofFailure(deduction, failure);
        } else if (!deduction.state().undecided() || deduction.state() == DeductionState.PREPARED) {
            return new Nothing();
        } else if (answer instanceof DeductionResult.Pending) {
            return new StillUndecided(DeductionState.SENT, "渠道已受理，正在扣款");
        } else if (answer instanceof DeductionResult.Unknown unknown) {
            return new StillUndecided(DeductionState.UNKNOWN, unknown.why());
        }
        return new StillUndecided(DeductionState.UNKNOWN, "渠道查无此单");
    }

    private static Verdict ofSuccess(Deduction deduction, Optional<DeductionOrder> order, Succeeded success) {
        List<String> differences = order.map(sent -> EchoedFacts.differences(sent, success.facts()))
                .orElse(List.of("我方没有以此订单号发起扣款"));
        return switch (deduction.state()) {
            case SENT, UNKNOWN ->
                deduction.abandoned()
                        ? new Dispute(success, sentence("测试放弃以后渠道才确认扣款成功，请退款", differences))
                        : differences.isEmpty()
                                ? new Success(success)
                                : new Dispute(success, sentence("扣款与账单不符", differences));
            case PREPARED -> new Dispute(success, sentence("尚未发起的扣款被渠道确认成功", differences));
            case FAILED ->
                new Dispute(success, sentence("渠道先答复扣款失败（" + deduction.code() + "），后又确认扣款成功，请退款", differences));
            case SUCCEEDED, DISPUTED -> repeated(deduction, success, differences);
        };
    }

    private static Verdict ofDisputed(Deduction deduction, DeductionResult answer) {
        if (answer instanceof Succeeded success) {
            int amount = amount(deduction, success);
            return new Confirmation(amount, success.transactionNo(), "经向渠道核对，实际扣款 " + amount + " 分，" + number(success));
        } else if (answer instanceof Failed failure) {
            return new Confirmation(
                    0, known(deduction), "经向渠道核对，没有扣款：" + failure.reason() + "（" + failure.code() + "）");
        }
        return new Nothing();
    }

    private static int amount(Deduction deduction, Succeeded success) {
        Integer told = success.facts() == null ? null : success.facts().amount();
        return told == null ? deduction.amount() : told;
    }

    private static Verdict repeated(Deduction deduction, Succeeded success, List<String> differences) {
        String known = known(deduction);
        String told = success.transactionNo();
        boolean otherNumber = !known.isEmpty() && !told.isEmpty() && !told.equals(known);
        boolean sameCharge = deduction.state() == DeductionState.DISPUTED
                ? amount(deduction, success) == deduction.chargedAmount()
                : differences.isEmpty();
        if (otherNumber || !sameCharge) {
            return new Contradiction(sentence("渠道对同一笔扣款给出另一个结果，" + number(success), differences));
        }
        return known.isEmpty() && !told.isEmpty() ? new Numbered(told) : new Nothing();
    }

    private static String known(Deduction deduction) {
        return Objects.requireNonNullElse(deduction.transactionNo(), "");
    }

    private static String number(Succeeded success) {
        return GivenNumber.of("交易号", success.transactionNo());
    }

    private static Verdict ofFailure(Deduction deduction, Failed failure) {
        return switch (deduction.state()) {
            case SENT, UNKNOWN -> new Failure(failure.code(), failure.reason());
            case FAILED -> new Nothing();
            case PREPARED, SUCCEEDED, DISPUTED ->
                new Contradiction("渠道答复扣款失败：" + failure.reason() + "（" + failure.code() + "），与此前状态“"
                        + deduction.state().words() + "”矛盾");
        };
    }

    private static String sentence(String what, List<String> differences) {
        return differences.isEmpty() ? what : what + "：" + String.join("；", differences);
    }
}

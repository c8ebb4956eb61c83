package cn.citybrain.parking.onboarding.channel.exchange;

import static cn.citybrain.parking.onboarding.channel.exchange.FreeText.masked;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.GivenNumber;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;

/** A channel's answers about money, in words. */
final class MoneyAnswers {

    private MoneyAnswers() {}

    static Heard of(DeductionResult answer) {
        if (answer instanceof DeductionResult.Succeeded yes) {
            return Heard.verified(answer, "扣款成功，" + GivenNumber.of("交易号", yes.transactionNo()) + amount(yes.facts()));
        } else if (answer instanceof DeductionResult.Failed no) {
            return Heard.verified(answer, "扣款失败：" + masked(no.reason()), no.code());
        } else if (answer instanceof DeductionResult.Pending) {
            return Heard.verified(answer, "渠道正在处理");
        } else if (answer instanceof DeductionResult.NeverSeen) {
            return Heard.verified(answer, "渠道没有这笔扣款");
        }
        return Heard.unclear(answer, "结果未知：" + masked(((DeductionResult.Unknown) answer).why()));
    }

    static Heard of(RefundResult answer) {
        if (answer instanceof RefundResult.Refunded yes) {
            return Heard.verified(answer, "退款成功，" + GivenNumber.of("退款号", yes.refundId()));
        } else if (answer instanceof RefundResult.Failed no) {
            return Heard.verified(answer, "退款失败：" + masked(no.reason()), no.code());
        } else if (answer instanceof RefundResult.Pending pending) {
            return Heard.verified(answer, pending.why().isEmpty() ? "渠道正在退款" : "渠道正在退款：" + masked(pending.why()));
        }
        return Heard.unclear(answer, "结果未知：" + masked(((RefundResult.Unknown) answer).why()));
    }

    private static String amount(DeductionResult.ChargedFacts facts) {
        return facts == null || facts.amount() == null ? "" : "，金额 " + Words.yuan(facts.amount());
    }
}

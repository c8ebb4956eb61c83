package cn.citybrain.parking.onboarding.channel.exchange;

import static cn.citybrain.parking.onboarding.channel.exchange.FreeText.masked;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import java.util.List;
import java.util.stream.Collectors;

/** A channel's answers about an account, in words. */
final class AccountAnswers {

    private AccountAnswers() {}

    static Heard of(SubmitResult answer) {
        if (answer instanceof SubmitResult.Submitted taken) {
            return Heard.verified(answer, "渠道已收下申请" + numbered("，渠道编号 ", taken.reference()));
        }
        if (answer instanceof SubmitResult.Rejected no) {
            return Heard.verified(answer, "渠道没有收下申请：" + reasons(no.message(), no.issues()));
        }
        return byHand((ByHand) answer);
    }

    static Heard of(ReviewResult answer) {
        if (answer instanceof ReviewResult.UnderReview step) {
            return Heard.verified(answer, "审核中：" + masked(step.stateText()));
        } else if (answer instanceof ReviewResult.AwaitingVisit step) {
            return Heard.verified(answer, "等待约定上门：" + masked(step.stateText()));
        } else if (answer instanceof ReviewResult.VisitScheduled step) {
            return Heard.verified(answer, "约定上门 " + Words.time(step.visitAt()) + "：" + masked(step.stateText()));
        } else if (answer instanceof ReviewResult.Signed step) {
            return Heard.verified(answer, "已签约：" + masked(step.stateText()));
        } else if (answer instanceof ReviewResult.AwaitingVerification step) {
            return Heard.verified(answer, "等待商户验证账户：" + masked(step.stateText()));
        } else if (answer instanceof ReviewResult.AwaitingSignature step) {
            return Heard.verified(answer, "等待商户签约：" + masked(step.stateText()));
        }
        return ended(answer);
    }

    private static Heard ended(ReviewResult answer) {
        if (answer instanceof ReviewResult.Expired end) {
            return Heard.verified(answer, "已过期：" + masked(end.reason()));
        } else if (answer instanceof ReviewResult.Approved end) {
            return Heard.verified(answer, "审核通过，渠道账户 " + end.channelAccount());
        } else if (answer instanceof ReviewResult.Rejected end) {
            return Heard.verified(answer, "审核未通过：" + reasons(end.message(), end.issues()));
        } else if (answer instanceof ReviewResult.Closed end) {
            return Heard.verified(answer, "渠道终止：" + masked(end.reason()));
        }
        return Heard.unclear(answer, "应答不明确：" + masked(((ReviewResult.Undetermined) answer).reason()));
    }

    /** Null where the channel knows no such question: nobody asked it anything. */
    static Heard of(SignState answer) {
        if (answer instanceof SignState.Signed signed) {
            return Heard.verified(answer, "已签约，渠道账户 " + signed.channelAccount());
        } else if (answer instanceof SignState.NotSigned not) {
            return Heard.verified(answer, "未签约：" + masked(not.why()));
        } else if (answer instanceof SignState.Undeterminable unclear) {
            return Heard.unclear(answer, "应答不明确：" + masked(unclear.why()));
        }
        return null;
    }

    static Heard of(Withdrawal answer) {
        if (answer instanceof Withdrawal.Told) {
            return Heard.verified(answer, "渠道已登记撤回");
        } else if (answer instanceof Withdrawal.NotNeeded none) {
            return Heard.nobody(answer, "无需告知渠道：" + masked(none.why()));
        }
        return byHand((ByHand) answer);
    }

    private static Heard byHand(ByHand paper) {
        return Heard.nobody(paper, paper.whom() + "没有接口，需人工办理：" + paper.how());
    }

    private static String reasons(String message, List<FieldIssue> issues) {
        String each = issues.stream()
                .map(issue -> (issue.fieldKey().isEmpty() ? "" : issue.fieldKey() + " ") + masked(issue.reason()))
                .collect(Collectors.joining("；"));
        return masked(message) + (each.isEmpty() ? "" : "（" + each + "）");
    }

    private static String numbered(String before, String number) {
        return number == null || number.isEmpty() ? "" : before + number;
    }
}

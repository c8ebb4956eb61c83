package cn.citybrain.parking.onboarding.process.model;

import static cn.citybrain.parking.onboarding.process.model.Turns.acceptsOnceItIs;
import static cn.citybrain.parking.onboarding.process.model.Turns.decides;
import static cn.citybrain.parking.onboarding.process.model.Turns.discards;
import static cn.citybrain.parking.onboarding.process.model.Turns.forgets;
import static cn.citybrain.parking.onboarding.process.model.Turns.names;
import static cn.citybrain.parking.onboarding.process.model.Turns.refuses;
import static cn.citybrain.parking.onboarding.process.model.Turns.says;
import static cn.citybrain.parking.onboarding.process.model.Turns.waits;
import static cn.citybrain.parking.onboarding.process.model.Turns.withdraws;
import static cn.citybrain.parking.onboarding.process.model.Way.when;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A way to every end of every model. A channel that is new walks those that its model has the steps and ends for. */
final class Ways {

    private static final ReviewResult REJECTED =
            new ReviewResult.Rejected(List.of(new FieldIssue("storeName", "与招牌不一致")), "驳回");
    private static final ReviewResult REJECTED_WITHOUT_REASON = new ReviewResult.Rejected(List.of(), "审核不通过");
    private static final ReviewResult CLOSED = new ReviewResult.Closed("已作废");
    private static final ReviewResult EXPIRED = new ReviewResult.Expired("超过 15 天没有确认");
    private static final ReviewResult TO_VERIFY = new ReviewResult.AwaitingVerification("https://pay.example/v", "待验证");
    private static final Duration LONG = Duration.ofDays(45);

    private static final List<Way> OF_APPLICATIONS = List.of(
            when("everybody does what is asked")
                    .to(
                            "endEvent_contractSigned",
                            "endEvent_accountOpened",
                            "endEvent_lotsBound",
                            "endEvent_done",
                            "acceptance/endEvent_accepted",
                            "test-deduction-gate/endEvent_connected",
                            "test-deduction-gate/endEvent_live"),

            // before the channel
            when("the reviewer refuses the application")
                    .at("userTask_review", refuses())
                    .to("endEvent_notAccepted", "acceptance/endEvent_refused"),
            when("the operator withdraws before the channel has the application")
                    .at("userTask_review", withdraws())
                    .to("endEvent_withdrawn", "withdrawal/endEvent_nothingToTell"),
            when("nobody touches the application for weeks, and no mail helps")
                    .at("userTask_uploadLicence", forgets())
                    .to("endEvent_expired"),
            when("the operator discards a draft")
                    .at("userTask_fillForm", discards())
                    .to("endEvent_discarded"),
            when("the operator discards a draft of which the first question was not answered")
                    .at("userTask_confirmEnterpriseAccount", discards())
                    .to("endEvent_discarded"),

            // overdue
            when("the review is overdue, and done before a supervisor deals with it")
                    .at("userTask_review", acceptsOnceItIs("userTask_handleOverdue"))
                    .to("escalation/endEvent_notNeeded"),
            when("the review is overdue, and done after a supervisor has reminded of it")
                    .at("userTask_review", acceptsOnceItIs("receiveTask_awaitStep"))
                    .to("escalation/endEvent_stepDone"),

            // at the channel
            when("the operator withdraws what the channel has, and the channel is told")
                    .at("receiveTask_awaitReview", withdraws())
                    .to("endEvent_withdrawn", "withdrawal/endEvent_channelTold"),
            when("the operator withdraws what the channel has, and somebody tells a channel without a call for it")
                    .withChannel(channel -> channel.withdraw = () -> new ByHand("客户经理", "请停止办理"))
                    .at("receiveTask_awaitReview", withdraws())
                    .to("withdrawal/endEvent_toldByHand"),
            when("the channel refuses with reasons")
                    .at("receiveTask_awaitReview", says(REJECTED))
                    .to("endEvent_contractRefused", "endEvent_resultRefused"),
            when("the channel refuses while the mail is to be verified")
                    .at("receiveTask_awaitReview", says(TO_VERIFY))
                    .at("userTask_verifyMail", says(REJECTED))
                    .to("endEvent_accountRefused"),
            when("the channel closes the application while the mail is to be verified")
                    .at("receiveTask_awaitReview", says(TO_VERIFY))
                    .at("userTask_verifyMail", says(CLOSED))
                    .to("endEvent_accountClosed", "endEvent_channelRefusedForGood"),
            when("the channel closes the application")
                    .at("receiveTask_awaitReview", says(CLOSED))
                    .to("endEvent_contractClosed", "endEvent_resultClosed", "endEvent_channelRefusedForGood"),
            when("the channel refuses without a reason, and there is none that could be mended")
                    .at("receiveTask_awaitReview", says(REJECTED_WITHOUT_REASON))
                    .at("userTask_findReason", decides("findReasonDecision", "final"))
                    .to("acceptance/endEvent_channelRefused"),
            when("the channel takes longer than expected")
                    .at("receiveTask_awaitReview", waits(LONG))
                    .to("endEvent_reviewReminded", "endEvent_reviewEscalated"),

            // where the channel opens the account after signature and installation
            when("the channel takes longer than expected to open the account")
                    .at("receiveTask_awaitReview", says(new ReviewResult.Signed("已签约")))
                    .at("receiveTask_awaitAccount", waits(LONG))
                    .to("endEvent_accountEscalated"),
            when("the channel refuses what was signed")
                    .at("receiveTask_awaitReview", says(new ReviewResult.Signed("已签约")))
                    .at("receiveTask_awaitAccount", says(REJECTED))
                    .to("endEvent_accountRefused"),
            when("the channel closes what was signed")
                    .at("receiveTask_awaitReview", says(new ReviewResult.Signed("已签约")))
                    .at("receiveTask_awaitAccount", says(CLOSED))
                    .to("endEvent_accountClosed"),

            // where the account is checked
            when("the account is not the one applied for, and can be mended")
                    .at("userTask_confirmAccount", names("storeName", "accountDecision", "correct"))
                    .to("endEvent_accountWrong"),
            when("the account is not the one applied for, and cannot be mended")
                    .at("userTask_confirmAccount", names("storeName", "accountDecision", "close"))
                    .to("endEvent_accountGivenUp"),

            // where a link runs out
            when("the link runs out three times, and the form is to be mended")
                    .at("receiveTask_awaitReview", says(EXPIRED))
                    .at("userTask_decideRenewal", names("contactEmail", "renewalDecision", "correct"))
                    .to("endEvent_backToForm"),
            when("the link runs out three times, and nobody wants to sign any more")
                    .at("receiveTask_awaitReview", says(EXPIRED))
                    .at("userTask_decideRenewal", names("contactEmail", "renewalDecision", "giveUp"))
                    .to("endEvent_signatureGivenUp"));

    static final List<Way> ALL =
            Stream.concat(OF_APPLICATIONS.stream(), LotWays.ALL.stream()).toList();

    private Ways() {}
}

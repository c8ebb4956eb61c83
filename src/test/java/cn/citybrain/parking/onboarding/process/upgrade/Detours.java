package cn.citybrain.parking.onboarding.process.upgrade;

import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.util.List;
import java.util.Map;

/** How an instance of the version before comes to the steps that do not lie on the straight line. */
record Detours(EarlierInstance it) {

    private static final String LINK = "https://channel.example/link";
    private static final String REVIEW = "serviceTask_reviewApplication";

    /** By step, what happens there instead of what leads straight on; nothing where the step lies on the line. */
    Map<String, Runnable> to(String step) {
        return switch (step) {
            case "userTask_correct" -> Map.of("userTask_review", this::giveBack);
            case "userTask_findReason" -> answered(new ReviewResult.Rejected(List.of(), "审核不通过"));
            case "userTask_recordResult" -> Map.of("serviceTask_submitApplication", this::onPaper);
            case "userTask_verifyMail", "serviceTask_awaitVerification" ->
                answered(new ReviewResult.AwaitingVerification(LINK, "待账户验证"));
            case "userTask_sign", "serviceTask_awaitSignature" ->
                answered(new ReviewResult.AwaitingSignature(LINK, "待签约"));
            case "event_renew" -> answered(new ReviewResult.Expired("超过 15 天没有确认"));
            case "serviceTask_withdrawApplication" -> Map.of(REVIEW, this::withdraw);
            case "userTask_lotRefused" -> Map.of("serviceTask_registerLot", this::lotRefused);
            case "userTask_clarifyDeduction" -> Map.of("serviceTask_deduct", this::nobodyKnows);
            case "userTask_disputed" -> Map.of("serviceTask_deduct", this::anotherAmount);
            case "serviceTask_withdrawLot" -> Map.of("receiveTask_awaitRecord", this::withdrawLot);
            default -> Map.of();
        };
    }

    private Map<String, Runnable> answered(ReviewResult result) {
        return Map.of(REVIEW, () -> it.answer(result));
    }

    private void giveBack() {
        TestReviews.giveBack(it.app, it.no, ProcessBench.REVIEWER, "storeName", "名称与招牌不符");
        it.complete("userTask_review", Map.of("reviewDecision", "return"));
    }

    private void onPaper() {
        it.bench.channel.submit = () -> new ByHand("纸质银行", "由运营公司代交并登记结果");
        it.ask();
    }

    private void withdraw() {
        it.bench.withdrawals.application(it.no, "operator-test", "换账户");
    }

    private void lotRefused() {
        it.bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        it.ask();
    }

    /** The schedule of questions runs out. */
    private void nobodyKnows() {
        it.bench.channel.deduct = order -> new DeductionResult.Unknown("超时");
        it.bench.channel.query = order -> new DeductionResult.Unknown("超时");
        it.ask();
    }

    private void anotherAmount() {
        it.bench.channel.deduct = ScriptedChannel::chargedAnotherAmount;
        it.ask();
    }

    private void withdrawLot() {
        it.bench.withdrawals.lot(it.binding().id(), "operator-test", "停业");
    }
}

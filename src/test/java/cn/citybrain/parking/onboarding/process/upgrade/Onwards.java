package cn.citybrain.parking.onboarding.process.upgrade;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.SampleAlipay;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What leads on, at each step of the version before. */
record Onwards(EarlierInstance it) {

    private static final Set<ApplicationState> CORRECTED =
            Set.of(ApplicationState.RETURNED, ApplicationState.CHANNEL_REFUSED);

    /** Where several are open, the first is done. */
    Map<String, Runnable> byStep() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        people(steps);
        channel(steps);
        gate(steps);
        return steps;
    }

    private void people(Map<String, Runnable> steps) {
        steps.put("userTask_confirmEnterpriseAccount", this::enterpriseAccount);
        steps.put("userTask_fillApplication", this::alipayForm);
        steps.put("userTask_review", () -> accept("userTask_review"));
        steps.put("userTask_correct", () -> correct("userTask_correct", "storeName", "西湖停车场"));
        steps.put("userTask_findReason", this::reason);
        steps.put("userTask_fillReceivingAccount", this::receivingAccount);
        steps.put("userTask_accept", () -> accept("userTask_accept"));
        steps.put("userTask_awaitVisit", this::sign);
        steps.put("userTask_recordResult", this::result);
        steps.put("userTask_verifyMail", this::approved);
        steps.put("userTask_sign", this::approved);
        steps.put("userTask_installDevices", () -> device("userTask_installDevices", it.lot, Map.of()));
        steps.put("userTask_installMoreDevices", this::deviceOfAnotherLot);
        steps.put(
                "userTask_acceptDevices",
                () -> it.complete("userTask_acceptDevices", Map.of("devicesDecision", "accept")));
        steps.put("userTask_confirmAccount", () -> it.complete("userTask_confirmAccount", Map.of()));
        steps.put("userTask_bindLots", () -> it.bench.bind(it.no, List.of(it.lot.code())));
    }

    private void channel(Map<String, Runnable> steps) {
        steps.put("serviceTask_signState", it::ask);
        steps.put("serviceTask_submitApplication", it::ask);
        steps.put("serviceTask_reviewApplication", this::reviewed);
        steps.put("serviceTask_awaitVerification", this::approved);
        steps.put("serviceTask_awaitSignature", this::approved);
        steps.put("serviceTask_awaitAccount", this::approved);
        steps.put("serviceTask_withdrawApplication", it::ask);
        steps.put("event_renew", this::nextWorkingDay);
    }

    private void gate(Map<String, Runnable> steps) {
        steps.put("serviceTask_registerLot", this::registered);
        steps.put("userTask_prepareInterface", () -> it.bench.prepare(it.binding()));
        steps.put("userTask_lotRefused", this::submitLotAgain);
        steps.put("receiveTask_awaitRecord", this::record);
        steps.put("serviceTask_checkRecord", it::jobs);
        steps.put("serviceTask_deduct", this::charged);
        steps.put("gateway_stillWanted", it::jobs);
        steps.put("userTask_clarifyDeduction", this::waitLonger);
        steps.put("userTask_disputed", this::giveBack);
        steps.put("serviceTask_withdrawLot", it::ask);
    }

    private void enterpriseAccount() {
        submit("userTask_confirmEnterpriseAccount", SampleAlipay.account(it.bench.merchant, it.account), List.of());
    }

    private void alipayForm() {
        if (CORRECTED.contains(it.bench.applications.byNo(it.no).state())) {
            correct("userTask_fillApplication", "contactEmail", "new@example.com");
        } else {
            submit("userTask_fillApplication", SampleAlipay.form(it.lot), SampleAlipay.FORM_PAPERS);
        }
    }

    private void receivingAccount() {
        Map<String, String> values = SampleAlipay.receiving(it.bench.merchant, it.no);
        submit("userTask_fillReceivingAccount", values, SampleAlipay.RECEIVING_PAPERS);
    }

    private void correct(String task, String field, String value) {
        submit(task, Map.of(field, value), List.of());
    }

    private void submit(String task, Map<String, String> values, List<String> papers) {
        SampleAlipay.fill(it.bench.drafts, it.no, values, papers);
        TestForms.resubmit(it.bench.drafts, it.no, "operator-test");
        it.complete(task, Map.of());
    }

    private void accept(String task) {
        TestReviews.accept(it.app, it.no, ProcessBench.REVIEWER);
        it.complete(task, Map.of("reviewDecision", "accept"));
    }

    private void reason() {
        String field = it.channel == Channel.ALIPAY ? "contactEmail" : "storeName";
        it.bench.answers.refused(it.no, List.of(new FieldIssue(field, "不符合要求")), "不符合要求");
        it.bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        it.complete("userTask_findReason", Map.of("findReasonDecision", "correct"));
    }

    private void sign() {
        it.app
                .getBean(Appointments.class)
                .agree(it.no, it.bench.clock.instant().plus(Duration.ofDays(1)), "王经理 13800000001", "operator-test");
        TestSteps.paper(it.app, it.no, StepPaper.CONTRACT, "operator-test");
        it.complete("userTask_awaitVisit", Map.of("visitOutcome", "signed"));
    }

    private void result() {
        TestSteps.opened(it.app, it.no, "898330" + it.account.substring(7), ProcessBench.REVIEWER);
        it.complete("userTask_recordResult", Map.of("resultDecision", "opened"));
    }

    private void device(String task, ParkingLot lot, Map<String, Object> decision) {
        TestSteps.device(it.app, it.no, lot.code(), "01", "33010000ABCD");
        it.complete(task, decision);
    }

    private void deviceOfAnotherLot() {
        device("userTask_installMoreDevices", it.bench.lot(), Map.of("moreDevicesDecision", "submit"));
    }

    /** ETC opens the account only when the devices are installed, too. */
    private void reviewed() {
        if (it.channel == Channel.ETC) {
            it.answer(new ReviewResult.Signed("已签约"));
        } else {
            approved();
        }
    }

    private void approved() {
        it.answer(new ReviewResult.Approved(it.channel == Channel.ALIPAY ? it.account : "mer-" + it.no));
    }

    private void nextWorkingDay() {
        it.bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        it.bench.clock.advance(Duration.ofDays(4));
        it.jobs();
    }

    private void registered() {
        it.bench.channel.registerLot = () -> new LotState.Registered("R1", "P1");
        it.bench.channel.lotState = it.bench.channel.registerLot;
        it.ask();
    }

    private void submitLotAgain() {
        it.bench.channel.registerLot = () -> new LotState.Registered("R1", "P1");
        it.complete("userTask_lotRefused", Map.of("lotRefusedDecision", "resubmit"));
    }

    private void record() {
        it.bench.record(it.binding(), true);
        it.bench.arrivals.sweep();
    }

    private void charged() {
        it.bench.channel.deduct = ScriptedChannel::charged;
        it.bench.channel.query = ScriptedChannel::charged;
        it.ask();
    }

    private void waitLonger() {
        it.bench.channel.query = ScriptedChannel::charged;
        it.complete("userTask_clarifyDeduction", Map.of("clarifyDecision", "wait"));
    }

    private void giveBack() {
        Refunds refunds = it.app.getBean(Refunds.class);
        long charge = it.app
                .getBean(Deductions.class)
                .latest(it.binding().id())
                .orElseThrow()
                .id();
        refunds.approve(refunds.request(charge, "supervisor-test", "金额不符"), "supervisor2-test");
        it.app.getBean(Reconciliation.class).sweep();
        it.complete("userTask_disputed", Map.of("disputedDecision", "retest"));
    }
}

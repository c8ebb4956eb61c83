package cn.citybrain.parking.onboarding.process.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.deduction.DeductionContradicted;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every path of {@code test-deduction-gate}. */
@OnboardingTest
class TestDeductionGateTest {

    @Autowired
    ApplicationContext app;

    ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void waitsWeeksForTheChannelsConsentAndEscalates() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding lot = bound();
        assertThat(steps(lot)).containsExactly("receiveTask_awaitConsent");
        bench.clock.advance(Duration.ofDays(30));
        bench.runJobs(gate(lot));
        assertThat(bench.ends(gate(lot))).containsExactly("endEvent_registrationEscalated");

        bench.channel.lotState = () -> new LotState.Registered("R1", "P1");
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
        assertThat(bench.channel.told.stream().filter(("register " + lot.lotCode())::equals))
                .hasSize(1);
    }

    @Test
    void letsTheOperatorCorrectARefusedLotAndSubmitItAgain() {
        LotBinding lot = refused();
        assertThat(steps(lot)).containsExactly("userTask_correctLot");
        assertThat(bench.runtime.getVariable(instance(lot), "lotRefusal")).isEqualTo("缺少经营权证明");
        assertThat(bench.mails(lot.lotName()))
                .as("to the operator, and to nobody of the operating company")
                .anyMatch(subject -> subject.contains("没有同意停车场"))
                .noneMatch(subject -> subject.contains("待办：与渠道处理"));

        bench.channel.registerLot = () -> new LotState.Registered("R2", "P2");
        bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "resubmit"));
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
        assertThat(refusals().open(lot.id())).as("over").isEmpty();
        assertThat(said(lot)).containsExactly(Kind.REFUSED, Kind.RESUBMITTED);
    }

    @Test
    void handsARefusedLotToTheOperatingCompanyAndBackWithAWordWhy() {
        LotBinding lot = refused();
        assertThatThrownBy(() -> bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "ask")))
                .hasMessageContaining("请先写明");
        say(lot, Role.LOT_OPERATOR, "经营权证明上周已交给微信支付");
        bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "ask"));
        assertThat(steps(lot)).containsExactly("userTask_lotRefused");
        assertThat(bench.mails("经营权证明上周已交给微信支付")).anyMatch(subject -> subject.contains("请与微信支付处理"));

        assertThatThrownBy(
                        () -> bench.complete(gate(lot), "userTask_lotRefused", Map.of("lotRefusedDecision", "return")))
                .hasMessageContaining("请先写明");
        say(lot, Role.OPS_REVIEWER, "请更正经纬度");
        bench.complete(gate(lot), "userTask_lotRefused", Map.of("lotRefusedDecision", "return"));
        assertThat(steps(lot)).containsExactly("userTask_correctLot");
        assertThat(bench.mails("请更正经纬度")).anyMatch(subject -> subject.contains("没有同意停车场"));
        assertThat(said(lot)).containsExactly(Kind.REFUSED, Kind.NOTE, Kind.ASKED, Kind.NOTE, Kind.RETURNED);
    }

    @Test
    void submitsAgainWhatTheOperatingCompanyHasCleared() {
        LotBinding lot = refused();
        say(lot, Role.LOT_OPERATOR, "请与微信支付确认");
        bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "ask"));
        bench.channel.registerLot = () -> new LotState.Registered("R2", "P2");
        bench.complete(gate(lot), "userTask_lotRefused", Map.of("lotRefusedDecision", "resubmit"));
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("userTask_prepareInterface");
    }

    @Test
    void closesARefusedLotThatIsGivenUp() {
        LotBinding lot = refused();
        bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "giveUp"));
        bench.worker.runOnce();
        assertThat(bench.ends(gate(lot))).contains("endEvent_lotGivenUp", "endEvent_notConsented");
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().refusedByChannel())
                .isTrue();
    }

    @Test
    void closesALotThatTheChannelWillNotHave() {
        LotBinding lot = refused();
        say(lot, Role.LOT_OPERATOR, "请与微信支付确认");
        bench.complete(gate(lot), "userTask_correctLot", Map.of("correctLotDecision", "ask"));
        bench.complete(gate(lot), "userTask_lotRefused", Map.of("lotRefusedDecision", "giveUp"));
        bench.worker.runOnce();
        assertThat(bench.ends(gate(lot))).contains("endEvent_lotNotConsented", "endEvent_notConsented");
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void withdrawsALotThatTheChannelRefused() {
        LotBinding lot = refused();
        withdraw(lot);
        assertThat(bench.ends(gate(lot))).contains("endEvent_withdrawn").doesNotContain("endEvent_notConsented");
    }

    private LotBinding refused() {
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        return bound();
    }

    private void say(LotBinding lot, Role as, String text) {
        refusals().add(lot.id(), Kind.NOTE, as.group(), ProcessBench.REVIEWER, text);
    }

    private List<Kind> said(LotBinding lot) {
        return refusals().of(lot.id()).stream().map(LotWord::kind).toList();
    }

    private LotRefusals refusals() {
        return app.getBean(LotRefusals.class);
    }

    @Test
    void needsAKeyAndAPlateBeforeItWaitsForARecord() {
        LotBinding lot = bound();
        assertThatThrownBy(() -> bench.complete(gate(lot), "userTask_prepareInterface", Map.of()))
                .hasMessageContaining("公钥");
        bench.prepare(lot);
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
    }

    @Test
    void findsARecordThatCameBeforeItWaited() {
        LotBinding lot = bound();
        bench.record(lot, true);
        bench.prepare(lot);
        assertThat(steps(lot)).containsExactly("serviceTask_checkRecord");
    }

    @Test
    void goesLiveOnAConfirmedDeductionOnly() {
        LotBinding lot = bench.testing(1).get(0);
        bench.drive(lot);
        assertThat(steps(lot)).containsExactly("serviceTask_deduct");
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        assertThat(bench.ends(gate(lot))).contains("endEvent_live");
        assertThat(state(lot)).isEqualTo(BindingState.LIVE);
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("正式接入完成"));
    }

    @Test
    void doesNotBelieveAVariableThatSaysSucceeded() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runtime.setVariable(instance(lot), "deductionOutcome", "SUCCEEDED");
        bench.runtime
                .createProcessInstanceModification(instance(lot))
                .cancelAllForActivity("receiveTask_awaitDeduction")
                .startBeforeActivity("gateway_stillWanted")
                .execute();
        assertThatThrownBy(() -> bench.runJobs(gate(lot))).hasMessageContaining("no confirmed deduction");
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
    }

    @Test
    void reportsARecordThatFailsTheCheckAndWaitsAgain() {
        LotBinding lot = bench.testing(1).get(0);
        bench.record(lot, false);
        bench.clock.advance(Duration.ofMinutes(40));
        bench.arrivals.sweep();
        bench.runJobs(gate(lot));
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("测试未通过"));
        assertThat(bench.channel.told).noneMatch(call -> call.startsWith("deduct"));

        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        assertThat(state(lot)).isEqualTo(BindingState.LIVE);
    }

    @Test
    void reportsAFailedDeductionAndWaitsAgain() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Failed("NOTENOUGH", "余额不足");
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
        assertThat(bench.mails("余额不足")).isNotEmpty();
    }

    /** The wait only asks: it is the act that sends again, after it has asked once more. */
    @Test
    void sendsAgainOnlyFromTheActWhatTheChannelNeverSaw() {
        LotBinding lot = bench.testing(1).get(0);
        AtomicInteger queries = new AtomicInteger();
        bench.channel.deduct = order -> new DeductionResult.Unknown("超时");
        bench.channel.query = order -> {
            queries.incrementAndGet();
            return new DeductionResult.NeverSeen();
        };
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("receiveTask_awaitDeduction");

        bench.clock.advance(Duration.ofMinutes(2));
        bench.worker.questions().runOnce();
        assertThat(steps(lot)).containsExactly("serviceTask_deduct");
        assertThat(queries).hasValue(1);
        assertThat(sent()).hasSize(1);

        bench.channel.deduct = ScriptedChannel::charged;
        bench.worker.runOnce();
        assertThat(queries).hasValue(2);
        assertThat(sent()).hasSize(2);
        assertThat(Set.copyOf(sent())).as("one number").hasSize(1);
        bench.runJobs(gate(lot));
        assertThat(state(lot)).isEqualTo(BindingState.LIVE);
    }

    /** Numbers that went out, in their order. */
    private List<String> sent() {
        return bench.channel.told.stream()
                .filter(call -> call.startsWith("deduct "))
                .toList();
    }

    /** The supervisor's time begins with the supervisor's task: the last question comes no later than the end of the schedule. */
    @Test
    void asksASupervisorTheMomentTheScheduleEnds() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Unknown("超时");
        bench.channel.query = order -> new DeductionResult.Unknown("超时");
        bench.drive(lot);
        bench.worker.runOnce();
        Instant end =
                app.getBean(Deductions.class).latest(lot.id()).orElseThrow().queryUntil();
        while (bench.task(gate(lot), "userTask_clarifyDeduction") == null
                && bench.clock.instant().isBefore(end.plus(Duration.ofHours(2)))) {
            bench.clock.advance(Duration.ofMinutes(1));
            assertThat(withSupervisor(lot))
                    .as("nobody is told to act before there is a task")
                    .isFalse();
            bench.worker.runOnce();
        }
        assertThat(bench.clock.instant()).isBeforeOrEqualTo(end.plus(Duration.ofMinutes(1)));
    }

    @Test
    void asksASupervisorWhenNobodyKnowsAndWaitsLonger() {
        LotBinding lot = unknown();
        assertThat(steps(lot)).containsExactly("userTask_clarifyDeduction");
        assertThat(withSupervisor(lot)).isTrue();
        bench.channel.query = ScriptedChannel::charged;
        bench.complete(gate(lot), "userTask_clarifyDeduction", Map.of("clarifyDecision", "wait"));
        assertThat(withSupervisor(lot))
                .as("it is the channel's to answer again")
                .isFalse();
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        assertThat(state(lot)).isEqualTo(BindingState.LIVE);
    }

    private boolean withSupervisor(LotBinding lot) {
        return app.getBean(Deductions.class).latest(lot.id()).orElseThrow().withSupervisor();
    }

    @Test
    void abandonsATestThatNobodyKnowsOf() {
        LotBinding lot = unknown();
        bench.complete(gate(lot), "userTask_clarifyDeduction", Map.of("clarifyDecision", "abandon"));
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
    }

    @Test
    void letsNobodyDeclareSuccessByHand() {
        LotBinding lot = unknown();
        assertThatThrownBy(() ->
                        bench.complete(gate(lot), "userTask_clarifyDeduction", Map.of("clarifyDecision", "succeeded")))
                .hasMessageContaining("请先选择处理结果");
        bench.complete(
                gate(lot),
                "userTask_clarifyDeduction",
                Map.of("clarifyDecision", "abandon", "deductionOutcome", "SUCCEEDED"));
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
    }

    @Test
    void tellsTheSupervisorsWhenTheChannelContradictsASettledDeduction() {
        LotBinding lot = bench.testing(1).get(0);
        bench.publish(new DeductionContradicted(lot.id(), 4711, "渠道先报失败，后报成功"));
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("前后矛盾"));
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
    }

    @Test
    void testsAgainAfterADisputedDeduction() {
        LotBinding lot = disputed();
        assertThat(steps(lot)).containsExactly("userTask_disputed");
        giveBack(lot);
        bench.complete(gate(lot), "userTask_disputed", Map.of("disputedDecision", "retest"));
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
        assertThat(state(lot)).isEqualTo(BindingState.TESTING);
    }

    @Test
    void closesALotWhoseDisputeIsGivenUp() {
        LotBinding lot = disputed();
        giveBack(lot);
        bench.complete(gate(lot), "userTask_disputed", Map.of("disputedDecision", "giveUp"));
        bench.worker.runOnce();
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void remindsAndEscalatesWhileNoRecordComes() {
        LotBinding lot = bench.testing(1).get(0);
        bench.clock.advance(Duration.ofDays(8));
        bench.runJobs(gate(lot));
        assertThat(bench.ends(gate(lot)))
                .filteredOn("endEvent_reminded"::equals)
                .hasSize(1);
        bench.clock.advance(Duration.ofDays(7));
        bench.runJobs(gate(lot));
        assertThat(bench.ends(gate(lot)))
                .filteredOn("endEvent_reminded"::equals)
                .hasSize(2);
        bench.clock.advance(Duration.ofDays(20));
        bench.runJobs(gate(lot));
        assertThat(bench.ends(gate(lot))).contains("endEvent_recordEscalated");
        assertThat(steps(lot)).containsExactly("receiveTask_awaitRecord");
    }

    @Test
    void refusesWhatIsLeftOverWhenTheLotGoesLiveOrIsWithdrawn() {
        LotBinding live = bench.testing(1).get(0);
        bench.drive(live);
        bench.record(live, true);
        bench.worker.runOnce();
        bench.runJobs(gate(live));
        assertThat(state(live)).isEqualTo(BindingState.LIVE);
        assertThat(toldOfBills(live))
                .anySatisfy(told -> assertThat(told).contains("\"payStatus\":2").contains("未扣款：本停车场的微信支付已正式接入"));

        LotBinding withdrawn = bench.testing(1).get(0);
        bench.record(withdrawn, false);
        withdraw(withdrawn);
        assertThat(state(withdrawn)).isEqualTo(BindingState.WITHDRAWN);
        assertThat(toldOfBills(withdrawn)).singleElement().asString().contains("接入已撤回，不再测试扣款");
    }

    /** What a lot is told of its payment requests, asked or not. */
    private List<String> toldOfBills(LotBinding lot) {
        return bench.jdbc
                .sql("SELECT content FROM lot_message WHERE lot_code = ? AND bill_id IS NOT NULL ORDER BY id")
                .param(lot.lotCode())
                .query(String.class)
                .list();
    }

    @Test
    void withdrawsALotBeforeItsRegistration() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding lot = bound();
        withdraw(lot);
        assertThat(bench.channel.told).contains("withdraw lot " + lot.lotCode());
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void withdrawsALotThatWaitsForARecord() {
        LotBinding lot = bench.testing(1).get(0);
        withdraw(lot);
        assertThat(bench.ends(gate(lot))).contains("endEvent_withdrawn");
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("已停止接入"));
    }

    @Test
    void asksTheReviewersToTellAChannelThatHasNoCallForALotsWithdrawal() {
        bench.channel.withdraw = () -> new ByHand("微信支付", "请停用停车场");
        LotBinding lot = bench.testing(1).get(0);
        withdraw(lot);
        assertThat(bench.steps(gate(lot))).containsExactly("userTask_tellChannel");
        assertThat(state(lot)).as("not yet told").isEqualTo(BindingState.TESTING);
        bench.complete(gate(lot), "userTask_tellChannel", Map.of());
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
        assertThat(bench.remembered(gate(lot), "withdrawalByHand")).contains("告知微信支付：请停用停车场");
        assertThat(bench.mails(lot.lotName()))
                .contains("请告知微信支付：" + lot.lotName() + "停止接入微信支付")
                .anyMatch(subject -> subject.contains("已停止接入"));
    }

    @Test
    void waitsForTheOutcomeOfADeductionBeforeItWithdraws() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.drive(lot);
        bench.worker.runOnce();
        withdraw(lot);
        assertThat(steps(lot)).containsExactly("receiveTask_awaitDeduction");
        bench.channel.query = ScriptedChannel::charged;
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        bench.runJobs(gate(lot));
        bench.worker.runOnce();
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
        assertThat(bench.ends(gate(lot))).contains("endEvent_withdrawn").doesNotContain("endEvent_live");
        assertThat(bench.mails(lot.lotName()))
                .filteredOn(subject -> subject.contains("没有退回"))
                .as("to each of the two supervisors")
                .hasSize(2);
        giveBack(lot);
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("退款：已退款"));
    }

    @Test
    void withdrawsALotThatIsAboutToGoLive() {
        LotBinding lot = bench.testing(1).get(0);
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(steps(lot)).containsExactly("gateway_stillWanted");
        withdraw(lot);
        bench.runJobs(gate(lot));
        bench.worker.runOnce();
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
        assertThatThrownBy(() -> bench.bindings.live(lot.id(), bench.clock.instant()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withdrawsAfterAFailedDeduction() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.drive(lot);
        bench.worker.runOnce();
        withdraw(lot);
        bench.channel.query = order -> new DeductionResult.Failed("RULE_LIMIT", "用户关闭了服务");
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void doesNotChargeARecordOfALotThatIsBeingWithdrawn() {
        LotBinding lot = bench.testing(1).get(0);
        bench.record(lot, true);
        bench.arrivals.sweep();
        withdraw(lot);
        bench.runJobs(gate(lot));
        bench.worker.runOnce();
        assertThat(bench.channel.told).noneMatch(call -> call.startsWith("deduct"));
        assertThat(bench.mails(lot.lotName()))
                .as("a good record is no diagnosis")
                .noneMatch(subject -> subject.contains("没有退回") || subject.contains("测试未通过"));
        assertThat(state(lot)).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void addsALotToAnOpenAccountOnItsOwn() {
        LotBinding first = bench.testing(1).get(0);
        bench.drive(first);
        bench.worker.runOnce();
        bench.runJobs(gate(first));
        String lotCode = bench.lot().code();
        bench.runtime.startProcessInstanceByKey(
                "add-lot", Map.of("applicationNo", first.applicationNo(), "lotCode", lotCode));
        bench.worker.runOnce();
        LotBinding added = bench.bindings.of(lotCode).get(0);
        assertThat(added.accountId()).isEqualTo(first.accountId());
        assertThat(steps(added)).containsExactly("callActivity_testDeductionGate", "userTask_prepareInterface");
        bench.prepare(added);
        bench.drive(added);
        bench.worker.runOnce();
        bench.runJobs(gate(added));
        assertThat(state(added)).isEqualTo(BindingState.LIVE);
        assertThat(bench.ends(gate(added)))
                .filteredOn("endEvent_live"::equals)
                .as("gate and 增加停车场")
                .hasSize(2);
    }

    @Test
    void saysAtTheEndOfAddingALotThatTheChannelDidNotConsent() {
        LotBinding first = bench.testing(1).get(0);
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        String lotCode = bench.lot().code();
        bench.runtime.startProcessInstanceByKey(
                "add-lot", Map.of("applicationNo", first.applicationNo(), "lotCode", lotCode));
        bench.worker.runOnce();
        LotBinding added = bench.bindings.of(lotCode).get(0);
        bench.complete(gate(added), "userTask_correctLot", Map.of("correctLotDecision", "giveUp"));
        bench.worker.runOnce();
        assertThat(bench.ends(gate(added)))
                .filteredOn("endEvent_notConsented"::equals)
                .hasSize(2);
    }

    @Test
    void bringsBackALotThatTheChannelRefused() {
        LotBinding first = bench.testing(1).get(0);
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        String lotCode = bench.lot().code();
        LotBinding refused = add(first, lotCode);
        bench.complete(gate(refused), "userTask_correctLot", Map.of("correctLotDecision", "giveUp"));
        bench.worker.runOnce();

        bench.channel.registerLot = () -> new LotState.Registered("R2", "P2");
        LotBinding back = add(first, lotCode);
        assertThat(back.id()).isNotEqualTo(refused.id());
        assertThat(steps(back)).containsExactly("callActivity_testDeductionGate", "userTask_prepareInterface");
        assertThatThrownBy(() -> add(first, lotCode)).hasMessageContaining("正在该渠道接入中");
        bench.prepare(back);
        bench.drive(back);
        bench.worker.runOnce();
        bench.runJobs(gate(back));
        assertThat(state(back)).isEqualTo(BindingState.LIVE);
        assertThat(state(refused)).as("the former stays in the history").isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void testsALotThatCameBackWithAVisitOfItsOwn() {
        List<LotBinding> lots = bench.testing(2);
        LotBinding former = lots.get(1);
        bench.clock.advance(Duration.ofHours(1));
        bench.record(former, true);
        withdraw(former);
        bench.clock.advance(Duration.ofHours(1));
        LotBinding back = add(lots.get(0), former.lotCode());
        bench.prepare(back);
        bench.arrivals.sweep();
        bench.runJobs(gate(back));
        bench.worker.runOnce();
        assertThat(steps(back)).containsExactly("callActivity_testDeductionGate", "receiveTask_awaitRecord");
        assertThat(app.getBean(Deductions.class).of(back.id())).isEmpty();

        bench.clock.advance(Duration.ofHours(1));
        bench.drive(back);
        bench.worker.runOnce();
        bench.runJobs(gate(back));
        assertThat(state(back)).isEqualTo(BindingState.LIVE);
        assertThat(app.getBean(Deductions.class).of(former.id())).isEmpty();
        assertThat(app.getBean(Deductions.class).of(back.id())).hasSize(1);
    }

    /** One that came back counts by its newest binding, and one that is still tested keeps the account open. */
    @Test
    void concludesAnApplicationWithWhatCameOfItsLotsInTheEnd() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        withdraw(lots.get(1));
        LotBinding back = add(lots.get(0), lots.get(1).lotCode());
        bench.prepare(back);
        withdraw(lots.get(0));
        assertThat(bench.ends(no)).contains("endEvent_partlyDone");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("部分接入"));
        bench.drive(back);
        bench.worker.runOnce();
        bench.runJobs(gate(back));
        assertThat(state(back)).isEqualTo(BindingState.LIVE);
        assertThat(app.getBean(ReceivingAccounts.class)
                        .byApplication(no)
                        .orElseThrow()
                        .state())
                .isEqualTo(AccountState.LIVE);
    }

    @Test
    void countsALotThatCameBackAndWentLiveOnce() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        withdraw(lots.get(1));
        LotBinding back = add(lots.get(0), lots.get(1).lotCode());
        bench.prepare(back);
        for (LotBinding lot : List.of(back, lots.get(0))) {
            bench.drive(lot);
            bench.worker.runOnce();
            bench.runJobs(gate(lot));
        }
        assertThat(bench.ends(no)).contains("endEvent_done");
    }

    private LotBinding add(LotBinding beside, String lotCode) {
        bench.runtime.startProcessInstanceByKey(
                "add-lot", Map.of("applicationNo", beside.applicationNo(), "lotCode", lotCode));
        bench.worker.runOnce();
        return bench.bindings.of(lotCode).get(0);
    }

    @Test
    void beginsForNobodyWhoNamesNoBinding() {
        String no = bench.opened();
        assertThatThrownBy(() -> bench.runtime.startProcessInstanceByKey(
                        "test-deduction-gate",
                        Map.of("applicationNo", no, "lotCode", bench.lot().code())))
                .hasMessageContaining("bindingId");
    }

    private LotBinding bound() {
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        return bench.bindings.ofApplication(no).get(0);
    }

    private LotBinding unknown() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Unknown("超时");
        bench.channel.query = order -> new DeductionResult.Unknown("超时");
        bench.drive(lot);
        for (int hours = 0; hours < 30 && bench.task(gate(lot), "userTask_clarifyDeduction") == null; hours++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(1));
        }
        return lot;
    }

    private LotBinding disputed() {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = ScriptedChannel::chargedAnotherAmount;
        bench.drive(lot);
        bench.worker.runOnce();
        return lot;
    }

    private void giveBack(LotBinding lot) {
        Refunds refunds = app.getBean(Refunds.class);
        long charge =
                app.getBean(Deductions.class).latest(lot.id()).orElseThrow().id();
        refunds.approve(refunds.request(charge, "supervisor-test", "金额不符"), "supervisor2-test");
        app.getBean(Reconciliation.class).sweep();
    }

    private void withdraw(LotBinding lot) {
        bench.withdrawals.lot(lot.id(), "operator-test", "停业");
        bench.worker.runOnce();
    }

    private java.util.Set<String> steps(LotBinding lot) {
        return bench.steps(gate(lot));
    }

    private String instance(LotBinding lot) {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(gate(lot))
                .singleResult()
                .getId();
    }

    private static String gate(LotBinding lot) {
        return ProcessBench.gate(lot);
    }

    private BindingState state(LotBinding lot) {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }
}

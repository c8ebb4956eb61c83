package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundRefused;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every channel from the application to LIVE, and its refusals and failures, over the adapter's own wire. */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelsOverTheWireTest {

    private static final String PLATE = "浙A12345";
    private static final int FEE = 500;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Deductions deductions;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    DeductionSteps steps;

    @Autowired
    Refunds refunds;

    WireBench wire;

    /** An open account of each channel, with a lot for each of the tests of its gate. */
    private final Map<Channel, List<LotBinding>> gates = new EnumMap<>(Channel.class);

    @BeforeAll
    void connect() {
        wire = new WireBench(app);
    }

    @AfterEach
    void mend() {
        for (Channel channel : Channel.values()) {
            wire.desk(channel).dropAllFaults();
        }
    }

    @AfterAll
    void close() {
        wire.close();
    }

    // the application

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aRefusalWithAndOneWithoutReasonsAreCorrectedUntilTheChannelOpensTheAccount(Channel channel) {
        WiredApplication application = apply(channel, 1).withTheChannel();
        RefusedField refused = application.fixture.refusedField();
        String field = refused.key();

        refuse(application, List.of(new Complaint(refused.wireName(), refused.words(), refused.words() + "与招牌不一致")));
        assertThat(wire.bench.steps(application.no)).containsExactly(application.fixture.correctionTask());
        assertThat(wire.bench.applications.openFields(application.no)).containsExactly(field);
        assertThat(wire.bench.mails(application.no)).anyMatch(subject -> subject.contains("驳回，请补正"));
        correct(application, field, "西湖停车场东区");
        assertThat(application.atChannel().content().toString()).contains("西湖停车场东区");

        refuse(application, List.of());
        assertThat(wire.bench.steps(application.no)).containsExactly("userTask_findReason");
        wire.bench.answers.refused(application.no, List.of(new FieldIssue(field, "渠道在电话中说明：名称不全")), "名称不全");
        application.complete("userTask_findReason", Map.of("findReasonDecision", "correct"));
        String rare = channel == Channel.WECHATPAY ? "西湖停车场东区地下" : "西湖𠮷停车场东区地下";
        correct(application, field, rare);

        application.until("userTask_bindLots");
        assertThat(application.account().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(application.account().channelAccount())
                .isEqualTo(application.atChannel().account());
        assertThat(application.atChannel().content().toString()).contains(rare);
    }

    private void refuse(WiredApplication application, List<Complaint> complaints) {
        Application known = application.atChannel();
        application.desk().refuse(known.no(), complaints, complaints.isEmpty() ? "审核不通过" : "");
        wire.pass(Duration.ofMinutes(11));
    }

    /** Corrected, accepted again, and handed in again. */
    private void correct(WiredApplication application, String field, String value) {
        wire.bench.drafts.save(application.no, Map.of(field, value), "operator-test");
        wire.bench.drafts.submit(application.no, "operator-test");
        application.complete(application.fixture.correctionTask(), Map.of());
        wire.bench.accept(application.no);
        wire.bench.worker.runOnce();
        assertThat(wire.bench.steps(application.no))
                .as("with the channel again")
                .containsAnyOf("receiveTask_awaitReview", "userTask_awaitVisit");
    }

    // the gate

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aFlawlessRecordIsChargedOnceAndTheLotIsLive(Channel channel) {
        LotBinding lot = gate(channel, 0);
        JsonNode run = drive(lot);

        live(lot, 1);
        JsonNode told = wire.payResult(lot, run.path("visit").path("billId").asText());
        assertThat(told.path("payStatus").asInt()).isEqualTo(1);
        assertThat(told.path("actualPay").asInt()).isEqualTo(FEE);
        assertThat(wire.bench.ends(ProcessBench.gate(lot))).contains("endEvent_live");
        assertThat(wire.bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("正式接入"));

        whatItWasToldOfTheVisitEndsWithItsWord(lot);

        // whatever the channel tells afterwards, of its own accord, fits
        wire.pass(Duration.ofMinutes(5));
        wire.bench.worker.runOnce();
        String number = moved(lot, LedgerEntry.Kind.CHARGE).get(0).channelNo();
        assertThat(deduction(lot).transactionNo())
                .isEqualTo(number)
                .isNotEqualTo(deduction(lot).outTradeNo());
        assertThat(steps.of(deduction(lot).id()))
                .extracting(DeductionStep::kind)
                .doesNotContain(DeductionStep.Kind.CONTRADICTED);
        assertThat(wire.payResult(lot, run.path("visit").path("billId").asText())
                        .path("orderCode")
                        .asText())
                .isEqualTo(number);
    }

    private void whatItWasToldOfTheVisitEndsWithItsWord(LotBinding lot) {
        JsonNode visit = Browser.json(
                        Browser.of(port, "supervisor").get("/api/bindings/" + lot.id() + "/workbench/visits"))
                .at("/rows/0");
        List<JsonNode> told = new ArrayList<>();
        visit.get("channels").forEach(told::add);
        assertThat(told)
                .isSortedAccordingTo(
                        Comparator.comparing(one -> Instant.parse(one.get("at").asText())));
        assertThat(told.get(told.size() - 1).get("words").asText())
                .as(told.toString())
                .startsWith("扣款成功");
        assertThat(told.toString()).doesNotContain(PLATE);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aDeductionThatFailsIsDiagnosedAndTheNextRecordMakesTheLotLive(Channel channel) {
        LotBinding lot = gate(channel, 1);
        String code = ChannelFixtures.of(channel).failureCode();
        plan(channel, lot, Fault.Kind.PAY_FAIL, code);
        JsonNode run = drive(lot);

        assertThat(wire.state(lot)).isEqualTo(BindingState.TESTING);
        assertThat(wire.steps(lot)).containsExactly("receiveTask_awaitRecord");
        assertThat(wire.moved(lot, PLATE)).isEmpty();
        assertThat(deductions.of(lot.id())).singleElement().satisfies(failed -> {
            assertThat(failed.state()).isEqualTo(DeductionState.FAILED);
            assertThat(failed.code()).isEqualTo(code);
        });
        assertThat(diagnoses.latest(lot.id()))
                .hasValueSatisfying(told -> assertThat(told.kind()).isEqualTo(Diagnosis.Kind.DEDUCTION));
        String bill = run.path("visit").path("billId").asText();
        assertThat(wire.payResult(lot, bill).path("payStatus").asInt()).isEqualTo(2);
        assertThat(wire.bench.mails(bill)).anyMatch(subject -> subject.contains("测试未通过"));

        drive(lot);
        live(lot, 2);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aChargeThatWasNotAnsweredIsFoundByAskingAndNotRepeated(Channel channel) {
        LotBinding lot = gate(channel, 2);
        plan(channel, lot, Fault.Kind.DONE_THEN_CUT, "");
        wire.visit(lot, PLATE, FEE);
        wire.bench.clock.advance(Duration.ofMinutes(3));
        wire.bench.arrivals.sweep();
        wire.bench.runJobs(ProcessBench.gate(lot));
        wire.bench.worker.runOnce();

        assertThat(wire.moved(lot, PLATE)).as("charged, though nobody knows").hasSize(1);
        assertThat(deduction(lot).state()).isEqualTo(DeductionState.UNKNOWN);
        assertThat(wire.state(lot)).isEqualTo(BindingState.TESTING);
        // without the channel's notification: only the query can tell
        for (int minute = 0; minute < 10; minute++) {
            wire.bench.clock.advance(Duration.ofMinutes(1));
            wire.bench.worker.runOnce();
        }
        wire.bench.runJobs(ProcessBench.gate(lot));
        live(lot, 1);
        assertThat(deduction(lot).sends()).isEqualTo(1);
        assertThat(deduction(lot).queries()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void twoSupervisorsGiveTheTestMoneyBack(Channel channel) {
        LotBinding lot = gate(channel, 3);
        drive(lot);
        live(lot, 1);

        long refund = refunds.request(deduction(lot).id(), "supervisor-test", "测试结束，退回测试款");
        assertThatThrownBy(() -> refunds.approve(refund, "supervisor-test")).isInstanceOf(RefundRefused.class);
        giveBack();
        assertThat(moved(lot, LedgerEntry.Kind.REFUND)).isEmpty();

        refunds.approve(refund, "supervisor2-test");
        giveBack();
        giveBack();
        assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
        assertThat(moved(lot, LedgerEntry.Kind.REFUND)).singleElement().returns(FEE, LedgerEntry::amount);
        assertThat(moved(lot, LedgerEntry.Kind.CHARGE)).hasSize(1);
        assertThat(wire.state(lot)).isEqualTo(BindingState.LIVE);
    }

    private void giveBack() {
        wire.pass(Duration.ofMinutes(5));
        app.getBean(Reconciliation.class).sweep();
    }

    private List<LedgerEntry> moved(LotBinding lot, LedgerEntry.Kind kind) {
        return wire.moved(lot, PLATE).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private JsonNode drive(LotBinding lot) {
        JsonNode run = wire.visit(lot, PLATE, FEE);
        assertThat(run.path("calls"))
                .allSatisfy(call -> assertThat(call.path("resultCode").asInt())
                        .as(call.toString())
                        .isEqualTo(200));
        wire.settle(lot);
        return run;
    }

    /** After so many attempts the last one succeeded, and it alone was charged, to the right account. */
    private void live(LotBinding lot, int attempts) {
        assertThat(wire.state(lot)).as(deductions.of(lot.id()).toString()).isEqualTo(BindingState.LIVE);
        assertThat(deductions.of(lot.id())).hasSize(attempts);
        Deduction last = deduction(lot);
        assertThat(last.state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(moved(lot, LedgerEntry.Kind.CHARGE)).singleElement().satisfies(charge -> {
            assertThat(charge.tradeNo()).isEqualTo(last.outTradeNo());
            assertThat(charge.account()).isEqualTo(wire.account(lot).channelAccount());
            assertThat(charge.amount()).isEqualTo(FEE);
        });
    }

    private Deduction deduction(LotBinding lot) {
        return deductions.latest(lot.id()).orElseThrow();
    }

    private void plan(Channel channel, LotBinding lot, Fault.Kind kind, String code) {
        Operation deduct = wire.desk(channel).office().channel().operations().stream()
                .filter(operation -> operation.role() == Operation.Role.DEDUCT)
                .findFirst()
                .orElseThrow();
        wire.desk(channel).plan(Fault.once(deduct, kind).answering(0, code, ""));
        assertThat(wire.state(lot)).isEqualTo(BindingState.TESTING);
    }

    private WiredApplication apply(Channel channel, int lots) {
        return WiredApplication.apply(
                wire,
                channel,
                wire.bench.merchant,
                Stream.generate(() -> wire.lot(wire.bench.merchant)).limit(lots).toList());
    }

    /** The account is opened the first time that one of its gates is asked for. */
    private LotBinding gate(Channel channel, int number) {
        return gates.computeIfAbsent(channel, this::open).get(number);
    }

    private List<LotBinding> open(Channel channel) {
        List<LotBinding> lots = apply(channel, 4).until("userTask_bindLots").bind();
        assertThat(lots).hasSize(4).allSatisfy(lot -> {
            assertThat(wire.steps(lot)).containsExactly("userTask_prepareInterface");
            wire.register(lot, PLATE);
            wire.prepared(lot);
            assertThat(wire.steps(lot)).containsExactly("receiveTask_awaitRecord");
        });
        return lots;
    }
}

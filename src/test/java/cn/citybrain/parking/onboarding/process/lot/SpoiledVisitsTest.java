package cn.citybrain.parking.onboarding.process.lot;

import static cn.citybrain.parking.onboarding.process.ProcessBench.gate;
import static cn.citybrain.parking.onboarding.simulator.lot.SpoiledRecord.*;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.record.RuleNames;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.call.LotTraffic;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import cn.citybrain.parking.onboarding.process.wire.SimulatedLots;
import cn.citybrain.parking.onboarding.simulator.lot.SpoiledRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every flaw that the simulated lot knows, from its call over HTTP to the gate and back: the one rule that it breaks, in these
 * words, no charge, a refused pay result; and after a flawless visit the lot is live.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpoiledVisitsTest {

    /** Gate, step 4. */
    private record Expected(String rule, String sentence) {}

    private static final Map<SpoiledRecord, Expected> EXPECTED = new EnumMap<>(Map.ofEntries(
            finds(NO_ENTRY, "ENTRY_PRESENT", "没有收到入场记录，请检查 uploadCarInData 是否以同一个 uid 上传"),
            finds(NO_EXIT, "EXIT_PRESENT", "没有收到离场记录，请检查 uploadCarOutData 是否以同一个 uid 上传"),
            finds(EXIT_BEFORE_ENTRY, "EXIT_AFTER_ENTRY", "离场时间不晚于入场时间，请检查车场设备的时钟"),
            finds(STAY_TOO_SHORT, "MINIMUM_STAY", "停车时长不足 60 秒，请让测试车辆真实停放后再离场"),
            finds(ENTRY_LATE, "ENTRY_REPORTED_LIVE", "入场记录在入场后超过 10 分钟才上传，请确认车场系统实时上传入场记录"),
            finds(ENTRY_AFTER_EXIT, "ENTRY_BEFORE_EXIT", "入场记录没有先于离场记录到达，请确认车场系统在入场当时就上传"),
            finds(OTHER_PLATE_AT_EXIT, "PLATE_SAME", "入场、离场与账单的车牌不一致，请检查车牌识别"),
            finds(NO_ENTRY_PHOTO, "ENTRY_PHOTO", "缺少入场照片，请检查 uploadPhoto（type 1）"),
            finds(NO_EXIT_PHOTO, "EXIT_PHOTO", "缺少离场照片，请检查 uploadPhoto（type 2）"),
            finds(AMOUNT_ZERO, "AMOUNT_POSITIVE", "账单金额必须大于 0，请让测试车辆产生费用后再离场"),
            finds(AMOUNT_ABOVE_CAP, "AMOUNT_WITHIN_CAP", "账单金额超过测试上限 100.00 元，请用较小的金额测试（shouldPay 的单位是分）"),
            finds(EXIT_FEE_DIFFERS, "FEE_EQUALS_BILL", "离场记录的费用与账单金额不一致，请检查计费"),
            finds(PAID_OTHERWISE, "NOT_PAID_OTHERWISE", "账单显示已用其他方式支付，测试车辆请勿在车场付费，由渠道代扣"),
            finds(ALREADY_PAID, "NOT_PAID_OTHERWISE", "账单显示已用其他方式支付，测试车辆请勿在车场付费，由渠道代扣"),
            finds(OLD_BILL, "BILL_FRESH", "账单已超过 24 小时，请重新完成一次测试停车"),
            finds(REPEATED_BILL, "BILL_NOT_REPEATED", "这次停车还有另一张账单，同一次停车只能申请一次扣款，请检查是否重复出账"),
            finds(UNSIGNED_VEHICLE, "AGREEMENT_SIGNED", "测试车辆没有与渠道签约免密支付，请车主先签约")));

    /** Refused by the answer to applyPayment: the record of a vehicle that is not registered belongs to no gate. */
    private static final Map<SpoiledRecord, Expected> EXPECTED_AT_THE_DOOR = Map.ofEntries(finds(
            UNREGISTERED_PLATE,
            "PLATE_REGISTERED",
            "该车牌未登记为本停车场的测试车辆，本环境只对登记的测试车辆扣款；测试车辆请先在“接口开发与对接准备”中登记，其他车辆的账单请提交到智停平台正式环境"));

    @Autowired
    ApplicationContext app;

    @Autowired
    ParkingRecords records;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    Deductions deductions;

    @Autowired
    LotTraffic traffic;

    SimulatedLots lots;
    Map<SpoiledRecord, LotBinding> waiting;

    @BeforeAll
    void aGateForEachFlaw() {
        lots = new SimulatedLots(app);
        List<LotBinding> bindings = lots.waiting(SpoiledRecord.values().length);
        waiting = bindings.stream()
                .collect(Collectors.toMap(binding -> SpoiledRecord.values()[bindings.indexOf(binding)], lot -> lot));
    }

    @AfterAll
    void close() {
        lots.close();
    }

    private static Map.Entry<SpoiledRecord, Expected> finds(SpoiledRecord flaw, String rule, String sentence) {
        return entry(flaw, new Expected(rule, sentence));
    }

    @Test
    void everyRuleIsBrokenBySomeFlaw() {
        assertThat(EXPECTED.values()).extracting(Expected::rule).containsAll(withoutThoseAtTheDoor(RuleNames.all()));
        assertThat(RuleNames.all())
                .containsAll(EXPECTED.values().stream().map(Expected::rule).toList());
    }

    private static List<String> withoutThoseAtTheDoor(java.util.Set<String> rules) {
        List<String> atTheDoor =
                EXPECTED_AT_THE_DOOR.values().stream().map(Expected::rule).toList();
        return rules.stream().filter(rule -> !atTheDoor.contains(rule)).toList();
    }

    @ParameterizedTest
    @EnumSource(SpoiledRecord.class)
    void aFlawIsDiagnosedAndNotChargedAndAFlawlessVisitPasses(SpoiledRecord flaw) {
        LotBinding lot = waiting.get(flaw);

        JsonNode run = lots.visit(lot, flaw.name());
        lots.settle(lot);

        if (EXPECTED_AT_THE_DOOR.containsKey(flaw)) {
            refusedAtTheDoor(lot, run, EXPECTED_AT_THE_DOOR.get(flaw));
        } else {
            assertThat(EXPECTED).as("every flaw has an expectation").containsKey(flaw);
            diagnosed(lot, run, EXPECTED.get(flaw));
        }
        assertThat(lots.state(lot)).isEqualTo(BindingState.TESTING);
        assertThat(lots.bench.steps(gate(lot))).containsExactly("receiveTask_awaitRecord");
        assertThat(deductions.of(lot.id())).isEmpty();
        assertThat(lots.orders(lot)).isEmpty();
        passes(lot);
    }

    private void diagnosed(LotBinding lot, JsonNode run, Expected expected) {
        assertThat(run.path("calls"))
                .allSatisfy(call -> assertThat(call.path("resultCode").asInt())
                        .as(call.toString())
                        .isEqualTo(200));
        List<Bill> bills =
                records.billsOf(lot.lotCode(), run.path("visit").path("uid").asText());
        assertThat(bills).isNotEmpty();
        assertThat(diagnoses.of(lot.id())).hasSameSizeAs(bills).allSatisfy(diagnosis -> {
            assertThat(diagnosis.kind()).isEqualTo(Diagnosis.Kind.RECORD);
            assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo(expected.rule());
                assertThat(finding.sentence())
                        .isEqualTo(expected.sentence() + "：" + finding.seen())
                        .containsPattern("：.*[0-9a-zA-Z]");
            });
        });
        for (Bill bill : bills) {
            JsonNode told = lots.payResult(lot, bill.billId());
            assertThat(told.path("payStatus").asInt()).isEqualTo(2);
            assertThat(told.path("actualPay").asInt(-1)).isZero();
            assertThat(told.path("message").asText()).startsWith("未扣款：" + expected.sentence() + "：");
            assertThat(confirmed(lot, told)).isEqualTo(200);
            assertThat(lots.bench.mails(bill.billId())).anyMatch(subject -> subject.contains("测试未通过"));
        }
        assertThat(lots.bench.mails(expected.sentence())).isNotEmpty();
    }

    private int confirmed(LotBinding lot, JsonNode told) {
        String requestId = told.path("requestId").asText();
        return lots.call(lot, "confirmPayResult", Map.of("requestId", requestId, "success", true))
                .path("resultCode")
                .asInt();
    }

    private void refusedAtTheDoor(LotBinding lot, JsonNode run, Expected expected) {
        JsonNode asked = run.path("calls").get(run.path("calls").size() - 1);
        assertThat(asked.path("call").asText()).isEqualTo("applyPayment");
        assertThat(asked.path("resultCode").asInt()).isEqualTo(403);
        assertThat(asked.path("message").asText()).isEqualTo(expected.sentence());
        assertThat(diagnoses.of(lot.id())).isEmpty();
        assertThat(traffic.of(lot.lotCode()))
                .filteredOn(seen -> seen.call().equals("applyPayment"))
                .singleElement()
                .returns(expected.sentence(), CallSeen::lastError)
                .returns(false, CallSeen::correct);
    }

    private void passes(LotBinding lot) {
        JsonNode run = lots.visit(lot, "");
        lots.settle(lot);

        assertThat(lots.state(lot)).isEqualTo(BindingState.LIVE);
        assertThat(lots.orders(lot)).hasSize(1);
        JsonNode told = lots.payResult(lot, run.path("visit").path("billId").asText());
        assertThat(told.path("payStatus").asInt()).isEqualTo(1);
        assertThat(told.path("actualPay").asInt()).isEqualTo(500);
    }
}

package cn.citybrain.parking.onboarding.process.lot;

import static cn.citybrain.parking.onboarding.process.ProcessBench.gate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.wire.SimulatedLots;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A lot that claims to have been paid (uploadPayRecord), in every spelling, for the right and for wrong amounts, before and after
 * its bill: the claim is kept, and changes nothing of what the channel said or did not say.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayClaimsTest {

    private static final List<Object> PAY_TYPES = Arrays.asList(null, 101, 102, 103, 104, "101", "0101", " 101 ", 0);
    private static final List<Object> PAID_TYPES = Arrays.asList(null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "4", "04");
    private static final List<Object> AMOUNTS = Arrays.asList(500, 499, null, "500", 0, 50_000);

    /** What becomes of the payment request while the lot claims. */
    enum Outcome {
        NEVER_ASKED,
        FAILED,
        PENDING,
        UNKNOWN
    }

    @Autowired
    ApplicationContext app;

    @Autowired
    Deductions deductions;

    @Autowired
    JdbcClient jdbc;

    SimulatedLots lots;
    List<LotBinding> waiting;

    @BeforeAll
    void gates() {
        lots = new SimulatedLots(app);
        waiting = lots.waiting(Outcome.values().length);
    }

    @AfterAll
    void close() {
        lots.close();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aClaimIsKeptAndDecidesNothing(Outcome outcome) {
        LotBinding lot = waiting.get(outcome.ordinal());
        String uid = lots.enter(lot).path("visit").path("uid").asText();
        lots.bench.clock.advance(Duration.ofMinutes(3));
        lots.leave(lot, uid);
        plan(outcome);
        String billNo = uid + "B1";
        List<Map<String, Object>> claims = claims(lot, uid, outcome == Outcome.FAILED);

        accepted(lot, claim(lot, uid, billNo, 101, 4, 500));
        claims.subList(0, claims.size() / 2).forEach(claim -> accepted(lot, claim));
        if (outcome != Outcome.NEVER_ASKED) {
            lots.pay(lot, uid);
        }
        lots.settle(lot);
        claims.subList(claims.size() / 2, claims.size()).forEach(claim -> accepted(lot, claim));
        contradicted(lot, claim(lot, uid, billNo, 101, 4, 499));
        lots.settle(lot);

        assertThat(kept(lot)).isEqualTo(claims.size() + 1);
        assertThat(lots.state(lot)).isEqualTo(BindingState.TESTING);
        switch (outcome) {
            case NEVER_ASKED -> nothingWasAsked(lot, billNo);
            case FAILED -> stands(lot, billNo, DeductionState.FAILED, 2, "receiveTask_awaitRecord");
            case PENDING -> stands(lot, billNo, DeductionState.SENT, 0, "receiveTask_awaitDeduction");
            case UNKNOWN -> stands(lot, billNo, DeductionState.UNKNOWN, 0, "receiveTask_awaitDeduction");
        }
        if (outcome == Outcome.PENDING) {
            onlyTheChannelsWordCounts(lot, billNo);
        }
    }

    private void plan(Outcome outcome) {
        lots.wechatPay.dropAllFaults();
        switch (outcome) {
            case NEVER_ASKED -> {}
            case FAILED ->
                lots.wechatPay.plan(Fault.once(WechatPayOperation.DEDUCT, Fault.Kind.PAY_FAIL)
                        .answering(0, "用户账户余额不足", ""));
            case PENDING -> lots.wechatPay.plan(Fault.once(WechatPayOperation.DEDUCT, Fault.Kind.DECIDE_LATER));
            case UNKNOWN ->
                List.of(WechatPayOperation.DEDUCT, WechatPayOperation.QUERY)
                        .forEach(operation -> lots.wechatPay.plan(Fault.once(operation, Fault.Kind.REFUSE)
                                .answering(500, "SYSTEM_ERROR", "系统异常")
                                .times(1000)));
        }
    }

    /** Every spelling, and with a failed deduction every pair of them; each for a bill of its own, the amounts in turn. */
    private List<Map<String, Object>> claims(LotBinding lot, String uid, boolean everyPair) {
        List<Map<String, Object>> claims = new ArrayList<>();
        int pairs = PAY_TYPES.size() * PAID_TYPES.size();
        for (int n = 0; n < (everyPair ? pairs : PAID_TYPES.size()); n++) {
            // the two lengths have no divisor in common: n runs through every pair
            Object payType = PAY_TYPES.get(n % PAY_TYPES.size());
            Object paidType = PAID_TYPES.get(n % PAID_TYPES.size());
            claims.add(claim(lot, uid, uid + "C" + n, payType, paidType, AMOUNTS.get(n % AMOUNTS.size())));
        }
        return claims;
    }

    private Map<String, Object> claim(
            LotBinding lot, String uid, String billNo, Object payType, Object paidType, Object amount) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("billID", billNo);
        claim.put("uid", uid);
        claim.put("plateNo", SimulatedLots.PLATE);
        claim.put("parkingCode", lot.lotCode());
        claim.put("uploadTime", "2026-11-23 09:00:00");
        claim.put("payType", payType);
        claim.put("paidType", paidType);
        claim.put("shouldPay", amount);
        claim.put("actualPay", amount);
        return claim;
    }

    private void accepted(LotBinding lot, Map<String, Object> claim) {
        JsonNode answer = lots.call(lot, "uploadPayRecord", claim);
        assertThat(answer.path("resultCode").asInt()).as(claim.toString()).isEqualTo(200);
        assertThat(answer.path("message").asText()).contains("不作为扣款成功的依据");
        Map<String, Object> row = jdbc.sql(
                        "SELECT pay_type, paid_type, actual_pay FROM pay_claim WHERE lot_code = ? AND bill_no = ?")
                .params(lot.lotCode(), claim.get("billID"))
                .query()
                .singleRow();
        assertThat(row.get("pay_type")).isEqualTo(number(claim.get("payType")));
        assertThat(row.get("paid_type")).isEqualTo(number(claim.get("paidType")));
        assertThat(row.get("actual_pay")).isEqualTo(number(claim.get("actualPay")));
    }

    private static Integer number(Object value) {
        return value == null ? null : Integer.valueOf(value.toString().strip());
    }

    /** Another claim about the same bill is refused, and kept as well. */
    private void contradicted(LotBinding lot, Map<String, Object> claim) {
        JsonNode answer = lots.call(lot, "uploadPayRecord", claim);
        assertThat(answer.path("resultCode").asInt()).isEqualTo(409);
        String content = jdbc.sql("SELECT content FROM record_conflict WHERE lot_code = ? AND record_key = ?")
                .params(lot.lotCode(), claim.get("billID"))
                .query(String.class)
                .single();
        assertThat(content).contains("\"actualPay\":499");
    }

    private int kept(LotBinding lot) {
        return jdbc.sql("SELECT count(*) FROM pay_claim WHERE lot_code = ?")
                .param(lot.lotCode())
                .query(Integer.class)
                .single();
    }

    private void nothingWasAsked(LotBinding lot, String billNo) {
        assertThat(deductions.of(lot.id())).isEmpty();
        assertThat(lots.orders(lot)).isEmpty();
        assertThat(lots.bench.steps(gate(lot))).containsExactly("receiveTask_awaitRecord");
        JsonNode asked = lots.call(lot, "getPayResult", Map.of("parkingCode", lot.lotCode(), "billID", billNo));
        assertThat(asked.path("resultCode").asInt()).isEqualTo(400);
        assertThat(asked.path("message").asText()).startsWith("billID（账单编号）不存在");
    }

    private void stands(LotBinding lot, String billNo, DeductionState state, int payStatus, String step) {
        assertThat(deductions.of(lot.id())).singleElement().satisfies(deduction -> {
            assertThat(deduction.state()).isEqualTo(state);
            assertThat(deduction.amount()).isEqualTo(500);
        });
        JsonNode told = lots.payResult(lot, billNo);
        assertThat(told.path("payStatus").asInt(-1)).isEqualTo(payStatus);
        assertThat(told.path("actualPay").asInt(0)).isZero();
        assertThat(lots.bench.steps(gate(lot))).containsExactly(step);
    }

    private void onlyTheChannelsWordCounts(LotBinding lot, String billNo) {
        Deduction deduction = deductions.latest(lot.id()).orElseThrow();
        lots.wechatPay.decide(deduction.outTradeNo(), true, "", "");
        lots.bench.clock.advance(Duration.ofHours(1));
        lots.settle(lot);

        assertThat(lots.state(lot)).isEqualTo(BindingState.LIVE);
        assertThat(lots.payResult(lot, billNo).path("payStatus").asInt()).isEqualTo(1);
    }
}

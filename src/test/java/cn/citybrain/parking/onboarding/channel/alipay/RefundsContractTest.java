package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult.Refunded;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult.Unknown;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refunds, adapter against simulator over HTTP. The simulator's ledger is the truth. */
class RefundsContractTest {

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final DeductionOrder charge = alipay.parked(alipay.bench.plate());
    private final RefundOrder order = refund(
            alipay.bench.number("R"),
            ((DeductionResult.Succeeded) alipay.adapter.charges().deduct(charge)).transactionNo());

    private RefundOrder refund(String number, String tradeNo) {
        return new RefundOrder(number, charge, tradeNo, 1500, 1500, "测试款退回");
    }

    private List<Integer> refunded() {
        return alipay.bench.refunded(order.outRefundNo());
    }

    private void plan(AlipayOperation operation, Kind kind, int status, String code) {
        alipay.plan(operation, kind, status, code, charge.outTradeNo());
    }

    @Test
    void givesBackOnce() {
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(Unknown.class);
        RefundResult result = alipay.adapter.charges().refund(order);
        assertThat(result).isInstanceOfSatisfying(Refunded.class, done -> assertThat(done.refundId())
                .startsWith("RF"));
        assertThat(alipay.adapter.charges().refund(order)).isEqualTo(result);
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(Refunded.class);
        assertThat(alipay.adapter.charges().deduction(charge)).isInstanceOf(DeductionResult.Succeeded.class);
        assertThat(refunded()).containsExactly(1500);
        assertThat(alipay.bench.keptNumbers())
                .containsExactly(charge.outTradeNo(), order.outRefundNo(), order.outRefundNo());
        assertThat(alipay.bench.kept.get(0).target()).contains("sign=");
        assertThat(alipay.bench.keptText()).contains(charge.outTradeNo());
    }

    @Test
    void manyAtOnceGiveBackOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<RefundResult>> answers = callers.invokeAll(
                    Collections.nCopies(4, () -> alipay.adapter.charges().refund(order)));
            for (Future<RefundResult> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Refunded.class);
            }
        } finally {
            callers.shutdown();
        }
        assertThat(refunded()).containsExactly(1500);
    }

    @Test
    void acceptedIsPendingUntilItIsDecided() {
        plan(AlipayOperation.REFUND, Kind.DECIDE_LATER, 0, "");
        assertThat(alipay.adapter.charges().refund(order)).isEqualTo(new Pending());
        assertThat(alipay.adapter.charges().refundState(order)).isEqualTo(new Pending());
        alipay.desk.decideRefund(order.outRefundNo(), true);
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(Refunded.class);
        assertThat(refunded()).containsExactly(1500);
    }

    @Test
    void aRefundThatFailedIsSaidToHave() {
        plan(AlipayOperation.REFUND, Kind.PAY_FAIL, 0, "");
        assertThat(alipay.adapter.charges().refund(order)).isInstanceOf(Failed.class);
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(Failed.class);
        assertThat(refunded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, TRADE_STATUS_ERROR",
        "0, SOMETHING_NEW",
        "40002, isv.invalid-parameter",
        "40006, isv.insufficient-isv-permissions"
    })
    void aSignedRefusalFailsUnlessTheTradeSaysOtherwise(int status, String code) {
        plan(AlipayOperation.REFUND, Kind.REFUSE, status, code);
        assertThat(alipay.adapter.charges().refund(order)).isEqualTo(new Failed(code, code + " 的说明"));
        plan(AlipayOperation.REFUND, Kind.REFUSE, status, code);
        plan(AlipayOperation.QUERY, Kind.CUT, 0, "");
        assertThat(alipay.adapter.charges().refund(order)).isInstanceOf(Unknown.class);
        assertThat(refunded()).isEmpty();

        plan(AlipayOperation.REFUND, Kind.DONE_THEN_ERROR, status, code);
        assertThat(alipay.adapter.charges().refund(order)).isInstanceOf(Refunded.class);
        assertThat(refunded()).containsExactly(1500);
    }

    @Test
    void aSecondRefundOfTheSameMoneyGivesNothing() {
        alipay.adapter.charges().refund(order);
        RefundOrder second = refund(alipay.bench.number("R"), order.transactionNo());
        // the trade says that the money is back, which it is
        assertThat(alipay.adapter.charges().refund(second)).isInstanceOf(Refunded.class);
        assertThat(alipay.bench.refunded(second.outRefundNo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 20000, isp.unknow-error, false",
        "REFUSE, 0, SYSTEM_ERROR, false",
        "REFUSE, 40005, app-call-limited, false",
        "REFUSE_UNSIGNED, 0, TRADE_STATUS_ERROR, false",
        "ACCEPTED_202, 0, '', false",
        "CUT, 0, '', false",
        "HOLD, 0, '', false",
        "DONE_THEN_ERROR, 20000, isp.unknow-error, true",
        "DONE_THEN_CUT, 0, '', true",
        "DONE_THEN_HOLD, 0, '', true",
        "WRONG_SIGNATURE, 0, '', true",
        "UNSIGNED, 0, '', true",
        "MALFORMED, 0, '', true"
    })
    void anUnclearRefundIsUnknownAndCanBeSentAgain(Kind kind, int status, String code, boolean given) {
        plan(AlipayOperation.REFUND, kind, status, code);
        assertThat(alipay.adapterFor(kind).charges().refund(order)).isInstanceOf(Unknown.class);
        assertThat(refunded()).hasSize(given ? 1 : 0);
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(given ? Refunded.class : Unknown.class);
        assertThat(alipay.adapter.charges().refund(order)).isInstanceOf(Refunded.class);
        assertThat(refunded()).containsExactly(1500);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, 0, TRADE_NOT_EXIST", "REFUSE_UNSIGNED, 0, X", "CUT, 0, ''", "WRONG_SIGNATURE, 0, ''"})
    void aRefusedQuestionSaysNothingAboutTheRefund(Kind kind, int status, String code) {
        alipay.adapter.charges().refund(order);
        plan(AlipayOperation.QUERY, kind, status, code);
        assertThat(alipay.adapter.charges().refundState(order)).isInstanceOf(Unknown.class);
    }
}

package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vehicles and money, adapter against simulator over HTTP. The simulator's ledger is the truth. */
class PaymentsContractTest {

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final Plate plate = alipay.bench.plate();

    private void agreement(String state, String payer) {
        alipay.desk.setAgreement(new cn.citybrain.parking.onboarding.simulator.channel.book.Agreement(
                plate.number(), "BLUE", payer, state));
    }

    private Agreement ask() {
        return alipay.adapter.vehicles().agreement(alipay.lot(), plate);
    }

    private void plan(AlipayOperation operation, Kind kind, int status, String code, DeductionOrder order) {
        alipay.plan(operation, kind, status, code, order.outTradeNo());
    }

    private List<Integer> charged(DeductionOrder order) {
        return alipay.bench.charged(order.outTradeNo());
    }

    private static DeductionOrder renumbered(DeductionOrder order, String outTradeNo, int amount) {
        return new DeductionOrder(outTradeNo, order.visit(), amount, order.description(), order.sentAt());
    }

    // agreement

    @ParameterizedTest
    @CsvSource({
        "SIGNED, Signed",
        "UNSIGNED, NotSigned",
        "PAUSED, NotSigned",
        "ETC_ONLY, NotSigned",
        "ADVANCE_UNKNOWN, Undeterminable",
        "CONSULT_FAILED, Undeterminable"
    })
    void readsEveryScene(String state, String meaning) {
        agreement(state, "");
        assertThat(ask().getClass().getSimpleName()).isEqualTo(meaning);
    }

    @Test
    void thePayersNumberFindsTheAgreementThatThePlateAloneDoesNot() {
        agreement("SIGNED", "2088000000001234");
        assertThat(ask()).isInstanceOf(Agreement.NotSigned.class);
        assertThat(alipay.adapter.vehicles().agreement(alipay.lot(), new Plate(plate.number(), 1, "2088000000001234")))
                .isEqualTo(new Agreement.Signed());
        agreement("SIGNED", "074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5");
        assertThat(alipay.adapter
                        .vehicles()
                        .agreement(
                                alipay.lot(),
                                new Plate(plate.number(), 1, "074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5")))
                .isEqualTo(new Agreement.Signed());
    }

    @Test
    void whatCannotBeAskedIsUndeterminable() {
        LotRegistration unregistered = alipay.bench.lot(SimulatedAlipay.PID, List.of());
        assertThat(alipay.adapter.vehicles().agreement(unregistered, plate))
                .isInstanceOf(Agreement.Undeterminable.class);
        assertThat(alipay.adapter.vehicles().agreement(alipay.lot(), new Plate(plate.number(), 9, "")))
                .isInstanceOf(Agreement.Undeterminable.class);
        alipay.plan(AlipayOperation.AGREEMENT, Kind.REFUSE, 0, "INVALID_PARAMETER", plate.number());
        assertThat(ask()).isEqualTo(new Agreement.Undeterminable("支付宝拒绝查询：INVALID_PARAMETER 的说明"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 20000, isp.unknow-error",
        "REFUSE, 40005, app-call-limited",
        "REFUSE, 20001, aop.invalid-auth-token",
        "REFUSE_UNSIGNED, 0, X",
        "CUT, 0, ''",
        "WRONG_SIGNATURE, 0, ''",
        "UNSIGNED, 0, ''",
        "MALFORMED, 0, ''"
    })
    void anUnclearAgreementIsAskedAgain(Kind kind, int status, String code) {
        alipay.plan(AlipayOperation.AGREEMENT, kind, status, code, plate.number());
        assertThatThrownBy(this::ask).isInstanceOf(ChannelException.class);
        assertThat(ask()).isInstanceOf(Agreement.Signed.class);
    }

    // entry and exit

    @Test
    void aVisitKeepsItsNumberWhenReportedAgain() {
        Visit visit = alipay.visit(plate);
        EntryResult first = alipay.adapter.vehicles().entered(visit);
        assertThat(first).isInstanceOf(EntryResult.Admitted.class);
        assertThat(alipay.adapter.vehicles().entered(visit)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"0, INVALID_PARAMETER", "40003, X", "40002, isv.invalid-parameter", "0, SOMETHING_NEW"})
    void aDefiniteRefusalAtTheEntryIsOne(int status, String code) {
        Visit visit = alipay.visit(plate);
        alipay.plan(AlipayOperation.ENTRY, Kind.REFUSE, status, code, visit.visitNo());
        assertThat(alipay.adapter.vehicles().entered(visit)).isEqualTo(new EntryResult.Rejected(code, code + " 的说明"));
    }

    @Test
    void whatCannotBeReportedIsRefusedAtOnce() {
        Visit visit = alipay.visit(new Plate(plate.number(), 9, ""));
        assertThat(alipay.adapter.vehicles().entered(visit)).isInstanceOf(EntryResult.Rejected.class);
        Visit nowhere = alipay.bench.visit(alipay.bench.lot(SimulatedAlipay.PID, List.of()), plate);
        assertThat(alipay.adapter.vehicles().entered(nowhere)).isInstanceOf(EntryResult.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 20000, isp.unknow-error",
        "REFUSE, 0, SYSTEM_ERROR",
        "REFUSE, 40005, app-call-limited",
        "REFUSE, 40006, isv.insufficient-isv-permissions",
        "REFUSE_UNSIGNED, 0, INVALID_PARAMETER",
        "CUT, 0, ''",
        "DONE_THEN_CUT, 0, ''",
        "DONE_THEN_HOLD, 0, ''",
        "WRONG_SIGNATURE, 0, ''",
        "UNSIGNED, 0, ''",
        "MALFORMED, 0, ''",
        "ACCEPTED_202, 0, ''"
    })
    void anUnclearEntryIsReportedAgainUnderTheSameNumber(Kind kind, int status, String code) {
        Visit visit = alipay.visit(plate);
        alipay.plan(AlipayOperation.ENTRY, kind, status, code, visit.visitNo());
        assertThatThrownBy(() -> alipay.adapterFor(kind).vehicles().entered(visit))
                .isInstanceOf(ChannelException.class);
        assertThat(alipay.adapter.vehicles().entered(visit)).isInstanceOf(EntryResult.Admitted.class);
        assertThat(alipay.desk.visits())
                .filteredOn(seen -> seen.outNo().equals(visit.visitNo()))
                .hasSize(1);
    }

    @Test
    void anExitIsReportedAndHoldsUpNothing() {
        Visit visit = alipay.parked(plate).visit();
        alipay.adapter.vehicles().left(visit);
        alipay.adapter.vehicles().left(visit);
        assertThat(alipay.desk.visits())
                .filteredOn(seen -> seen.id().equals(visit.reference()))
                .singleElement()
                .satisfies(seen -> assertThat(seen.leftAt()).isEqualTo(ParkingCodes.time(visit.leftAt())));

        alipay.plan(AlipayOperation.EXIT, Kind.REFUSE, 0, "VEHICLE_HAS_LEFT", visit.visitNo());
        alipay.adapter.vehicles().left(visit);
        alipay.plan(AlipayOperation.EXIT, Kind.REFUSE, 20000, "isp.unknow-error", visit.visitNo());
        assertThatThrownBy(() -> alipay.adapter.vehicles().left(visit)).isInstanceOf(ChannelException.class);
        alipay.plan(AlipayOperation.EXIT, Kind.CUT, 0, "", visit.visitNo());
        assertThatThrownBy(() -> alipay.adapter.vehicles().left(visit)).isInstanceOf(ChannelException.class);
    }

    // deduction

    @Test
    void aChargeEchoesWhatAlipayTells() {
        DeductionOrder order = alipay.parked(plate);
        DeductionResult result = alipay.adapter.charges().deduct(order);
        assertThat(result).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).hasSize(28);
            assertThat(success.paidAt()).isEqualTo(alipay.bench.clock.instant());
            assertThat(success.facts())
                    .isEqualTo(new DeductionResult.ChargedFacts(
                            order.outTradeNo(), 1500, null, null, null, null, null, null, null));
        });
        assertThat(alipay.adapter.charges().deduction(order)).isEqualTo(result);
        assertThat(alipay.adapter.charges().deduct(order)).isEqualTo(result);
        assertThat(charged(order)).containsExactly(1500);
    }

    @Test
    void whatWasPaidIsPutIntoTheOwnersListOnce() {
        DeductionOrder order = alipay.parked(plate);
        plan(AlipayOperation.ORDER_SYNC, Kind.CUT, 0, "", order);
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(alipay.desk.order(order.outTradeNo()).orElseThrow().fact("synced"))
                .isEmpty();

        assertThat(alipay.adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
        assertThat(alipay.desk.order(order.outTradeNo()).orElseThrow().fact("synced"))
                .isEqualTo("0");
        // a second time would meet this fault
        plan(AlipayOperation.ORDER_SYNC, Kind.REFUSE, 0, "X", order);
        alipay.adapter.charges().deduction(order);
        assertThat(alipay.desk.faults()).hasSize(1);
        assertThat(alipay.references.find(Channel.ALIPAY, order.outTradeNo(), "orderSynced"))
                .isPresent();
    }

    @Test
    void aListThatRefusesTheOrderDoesNotChangeThatItWasPaid() {
        DeductionOrder order = alipay.parked(plate);
        plan(AlipayOperation.ORDER_SYNC, Kind.REFUSE, 0, "ORDER_NOT_MATCH", order);
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(charged(order)).containsExactly(1500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSIGNED", "PAUSED", "ETC_ONLY"})
    void whoTookTheConsentBackWhileInsideIsNotCharged(String state) {
        DeductionOrder order = alipay.parked(plate);
        agreement(state, "");
        assertThat(alipay.adapter.charges().deduct(order))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("AGREEMENT_NOT_EXIST"));
        assertThat(charged(order)).isEmpty();
        assertThat(alipay.desk.order(order.outTradeNo())).isEmpty();
    }

    @Test
    void consentTakenBackAfterwardsDoesNotHideTheCharge() {
        DeductionOrder order = alipay.parked(plate);
        alipay.adapter.charges().deduct(order);
        agreement("UNSIGNED", "");
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
    }

    @Test
    void withoutAClearConsentNothingIsSent() {
        DeductionOrder order = alipay.parked(plate);
        agreement("ADVANCE_UNKNOWN", "");
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Unknown.class);
        agreement("SIGNED", "");
        alipay.plan(AlipayOperation.AGREEMENT, Kind.CUT, 0, "", plate.number());
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(alipay.desk.order(order.outTradeNo())).isEmpty();
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
    }

    @Test
    void acceptedIsPendingUntilTheDeskDecides() {
        DeductionOrder paid = alipay.parked(plate);
        plan(AlipayOperation.DEDUCT, Kind.DECIDE_LATER, 0, "", paid);
        assertThat(alipay.adapter.charges().deduct(paid)).isEqualTo(new Pending());
        assertThat(alipay.adapter.charges().deduction(paid)).isEqualTo(new Pending());
        alipay.desk.decide(paid.outTradeNo(), true, "", "");
        assertThat(alipay.adapter.charges().deduction(paid)).isInstanceOf(Succeeded.class);

        DeductionOrder failed = alipay.parked(alipay.bench.plate());
        plan(AlipayOperation.DEDUCT, Kind.DECIDE_LATER, 0, "", failed);
        alipay.adapter.charges().deduct(failed);
        alipay.desk.decide(failed.outTradeNo(), false, "", "余额不足");
        assertThat(alipay.adapter.charges().deduction(failed)).isInstanceOf(Failed.class);
        assertThat(charged(failed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, BUYER_BALANCE_NOT_ENOUGH",
        "0, BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
        "0, AGREEMENT_NOT_EXIST",
        "0, NOT_SUPPORT_WITHHOLD",
        "20001, aop.invalid-auth-token",
        "20001, aop.auth-token-time-out",
        "20001, aop.invalid-app-auth-token",
        "20001, aop.invalid-app-auth-token-no-api",
        "20001, aop.app-auth-token-time-out",
        "20001, aop.no-product-reg-by-partner",
        "40001, isv.missing-parameter",
        "40001, isv.missing-method",
        "40001, isv.missing-signature",
        "40001, isv.missing-signature-type",
        "40001, isv.missing-app-id",
        "40001, isv.missing-timestamp",
        "40001, isv.missing-version",
        "40002, isv.invalid-parameter",
        "40002, isv.invalid-signature",
        "40002, isv.invalid-timestamp",
        "40002, isv.invalid-app-id",
        "40006, isv.insufficient-isv-permissions",
        "40006, isv.insufficient-user-permissions"
    })
    void aSignedRefusalThatIsClearFailsTheDebit(int status, String code) {
        DeductionOrder order = alipay.parked(plate);
        plan(AlipayOperation.DEDUCT, Kind.REFUSE, status, code, order);
        // a query would meet this fault and make the result unknown
        plan(AlipayOperation.QUERY, Kind.CUT, 0, "", order);
        assertThat(alipay.adapter.charges().deduct(order)).isEqualTo(new Failed(code, code + " 的说明"));
        assertThat(charged(order)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ACQ.TRADE_HAS_SUCCESS, TRADE_HAS_SUCCESS",
        "0, OUT_TRADE_NO_USED, OUT_TRADE_NO_USED",
        "0, SOMETHING_NEW, SOMETHING_NEW",
        "40003, isv.conditions-not-met, isv.conditions-not-met"
    })
    void aRefusalThatMayHideAnOrderIsLookedUpFirst(int status, String code, String told) {
        DeductionOrder fresh = alipay.parked(plate);
        plan(AlipayOperation.DEDUCT, Kind.REFUSE, status, code, fresh);
        assertThat(alipay.adapter.charges().deduct(fresh)).isEqualTo(new Failed(told, code + " 的说明"));
        assertThat(charged(fresh)).isEmpty();

        DeductionOrder charged = alipay.parked(alipay.bench.plate());
        plan(AlipayOperation.DEDUCT, Kind.DONE_THEN_ERROR, status, code, charged);
        assertThat(alipay.adapter.charges().deduct(charged)).isInstanceOf(Succeeded.class);

        DeductionOrder unclear = alipay.parked(alipay.bench.plate());
        plan(AlipayOperation.DEDUCT, Kind.REFUSE, status, code, unclear);
        plan(AlipayOperation.QUERY, Kind.REFUSE, 20000, "isp.unknow-error", unclear);
        assertThat(alipay.adapter.charges().deduct(unclear)).isInstanceOf(Unknown.class);
    }

    @Test
    void theSameNumberWithAnotherAmountShowsWhatWasCharged() {
        DeductionOrder order = alipay.parked(plate);
        alipay.adapter.charges().deduct(order);
        assertThat(alipay.adapter.charges().deduct(renumbered(order, order.outTradeNo(), 900)))
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        success -> assertThat(success.facts().amount()).isEqualTo(1500));
        assertThat(charged(order)).containsExactly(1500);
    }

    @Test
    void aVisitIsChargedOnceUnderWhateverNumber() {
        DeductionOrder order = alipay.parked(plate);
        alipay.adapter.charges().deduct(order);
        DeductionOrder second = renumbered(order, alipay.bench.number("TD"), 1500);
        assertThat(alipay.adapter.charges().deduct(second)).isInstanceOf(Failed.class);
        assertThat(charged(second)).isEmpty();
    }

    @Test
    void manyAtOnceChargeOnce() throws Exception {
        DeductionOrder order = alipay.parked(plate);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<DeductionResult>> answers = callers.invokeAll(
                    Collections.nCopies(6, () -> alipay.adapter.charges().deduct(order)));
            for (Future<DeductionResult> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Succeeded.class);
            }
        } finally {
            callers.shutdown();
        }
        assertThat(charged(order)).containsExactly(1500);
    }

    @Test
    void aRefusedPayerIsNotCharged() {
        DeductionOrder order = alipay.parked(plate);
        alipay.plan(AlipayOperation.DEDUCT, Kind.PAY_FAIL, 0, "BUYER_BALANCE_NOT_ENOUGH", order.outTradeNo());
        assertThat(alipay.adapter.charges().deduct(order))
                .isEqualTo(new Failed("BUYER_BALANCE_NOT_ENOUGH", "BUYER_BALANCE_NOT_ENOUGH 的说明"));
        assertThat(alipay.adapter.charges().deduction(order)).isInstanceOf(Failed.class);
        assertThat(charged(order)).isEmpty();
    }

    @Test
    void aColourThatAlipayDoesNotHaveIsRefusedAtOnce() {
        DeductionOrder order = alipay.parked(plate);
        Visit visit = order.visit();
        Visit odd = new Visit(
                visit.lot(),
                new Plate(plate.number(), 9, ""),
                visit.visitNo(),
                visit.reference(),
                visit.enteredAt(),
                visit.leftAt());
        assertThat(alipay.adapter
                        .charges()
                        .deduct(new DeductionOrder(order.outTradeNo(), odd, 1500, "停车费", order.sentAt())))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("PLATE_COLOR"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 20000, isp.unknow-error, false",
        "REFUSE, 20000, aop.unknow-error, false",
        "REFUSE, 0, SYSTEM_ERROR, false",
        "REFUSE, 0, ACQ.SYSTEM_ERROR, false",
        "REFUSE, 40005, app-call-limited, false",
        "REFUSE, 40009, X, false",
        "REFUSE, 502, '', false",
        "REFUSE_UNSIGNED, 0, BUYER_BALANCE_NOT_ENOUGH, false",
        "REFUSE_UNSIGNED, 40002, isv.invalid-signature, false",
        "REFUSE_UNSIGNED, 10003, '', false",
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
    void anUnclearDebitIsUnknownAndTheQueryTellsTheTruth(Kind kind, int status, String code, boolean charged) {
        DeductionOrder order = alipay.parked(plate);
        plan(AlipayOperation.DEDUCT, kind, status, code, order);

        assertThat(alipay.adapterFor(kind).charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(charged(order)).hasSize(charged ? 1 : 0);

        alipay.bench.clock.advance(Duration.ofSeconds(61));
        assertThat(alipay.adapter.charges().deduction(order)).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        assertThat(alipay.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(charged(order)).containsExactly(1500);
    }

    // query

    @Test
    void neverSeenIsBelievedOnlyAfterAMinute() {
        DeductionOrder order = alipay.parked(plate);
        alipay.bench.clock.advance(Duration.ofSeconds(59));
        assertThat(alipay.adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
        alipay.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(alipay.adapter.charges().deduction(order)).isEqualTo(new NeverSeen());
        assertThat(alipay.adapter.charges().settleTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(alipay.adapter.charges().idempotentOnOutTradeNo()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, Pending, Pending",
        "1, Succeeded, Unknown",
        "2, Unknown, Failed",
        "3, Succeeded, Unknown",
        "4, Pending, Pending",
        "5, Unknown, Failed",
        "6, Succeeded, Unknown",
        "7, Succeeded, Unknown",
        "8, Succeeded, Unknown",
        "9, Succeeded, Unknown"
    })
    void everyTradeStatusHasItsMeaningForWhatWasPaidAndWhatWasNot(int status, String paid, String unpaid) {
        DeductionOrder charged = alipay.parked(plate);
        alipay.adapter.charges().deduct(charged);
        DeductionOrder failed = alipay.parked(alipay.bench.plate());
        plan(AlipayOperation.DEDUCT, Kind.PAY_FAIL, 0, "", failed);
        alipay.adapter.charges().deduct(failed);
        for (DeductionOrder order : List.of(charged, failed)) {
            alipay.desk.orderCommand(order.outTradeNo(), "status", Map.of("status", Integer.toString(status)));
        }
        assertThat(alipay.adapter.charges().deduction(charged).getClass().getSimpleName())
                .isEqualTo(paid);
        assertThat(alipay.adapter.charges().deduction(failed).getClass().getSimpleName())
                .isEqualTo(unpaid);
    }

    @Test
    void aStatusThatNobodyKnowsIsUnknown() {
        DeductionOrder order = alipay.parked(plate);
        alipay.adapter.charges().deduct(order);
        alipay.desk.orderCommand(order.outTradeNo(), "status", Map.of("status", "11"));
        assertThat(alipay.adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 0, ORDER_NOT_EXIST, NeverSeen",
        "REFUSE, 0, TRADE_NOT_EXIST, NeverSeen",
        "REFUSE, 0, ACQ.TRADE_NOT_EXIST, NeverSeen",
        "REFUSE, 0, INVALID_PARAMETER, Unknown",
        "REFUSE, 0, SOMETHING_NEW, Unknown",
        "REFUSE, 0, SYSTEM_ERROR, Unknown",
        "REFUSE, 20000, isp.unknow-error, Unknown",
        "REFUSE, 20001, aop.invalid-auth-token, Unknown",
        "REFUSE, 40002, isv.invalid-signature, Unknown",
        "REFUSE, 40005, app-call-limited, Unknown",
        "REFUSE, 40006, isv.insufficient-isv-permissions, Unknown",
        "REFUSE_UNSIGNED, 0, TRADE_NOT_EXIST, Unknown",
        "ACCEPTED_202, 0, '', Unknown",
        "CUT, 0, '', Unknown",
        "HOLD, 0, '', Unknown",
        "WRONG_SIGNATURE, 0, '', Unknown",
        "UNSIGNED, 0, '', Unknown",
        "MALFORMED, 0, '', Unknown"
    })
    void onlyASignedWordThatThereIsNoneCountsAsNeverSeen(Kind kind, int status, String code, String meaning) {
        DeductionOrder order = alipay.parked(plate);
        alipay.bench.clock.advance(Duration.ofSeconds(61));
        plan(AlipayOperation.QUERY, kind, status, code, order);
        assertThat(alipay.adapterFor(kind).charges().deduction(order).getClass().getSimpleName())
                .isEqualTo(meaning);
        assertThat(charged(order)).isEmpty();
    }
}

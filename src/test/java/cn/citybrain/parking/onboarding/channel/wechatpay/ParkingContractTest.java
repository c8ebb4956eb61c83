package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
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

/** Vehicles and money, adapter against simulator over HTTP. The simulator's ledger is the truth. */
class ParkingContractTest {

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();
    private final Plate plate = wechat.plate();

    private Visit visit(Plate of) {
        return new Visit(
                wechat.lot(""),
                of,
                wechat.number("V"),
                "",
                wechat.clock.instant().minusSeconds(3600),
                null);
    }

    private void vehicle(String state) {
        wechat.desk.setAgreement(new cn.citybrain.parking.onboarding.simulator.channel.book.Agreement(
                plate.number(), "GREEN", plate.payerId(), state));
    }

    private void fault(WechatPayOperation operation, Kind kind, int status, String code, String match) {
        wechat.desk.plan(Fault.once(operation, kind)
                .answering(status, code, code + " 的说明")
                .holding(900)
                .matching(match));
    }

    private static DeductionOrder renumbered(DeductionOrder order, String outTradeNo, int amount) {
        return new DeductionOrder(outTradeNo, order.visit(), amount, order.description(), order.sentAt());
    }

    // agreement

    @Test
    void withoutAnOpenidTheAgreementCannotBeDetermined() {
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), new Plate("浙A88888", 1, "")))
                .isInstanceOfSatisfying(Agreement.Undeterminable.class, why -> assertThat(why.why())
                        .contains("openid"));
    }

    @ParameterizedTest
    @CsvSource({
        "浙A12345,true",
        "浙A1234领,true",
        "浙X1234应急,true",
        "浙AD12345,true",
        "使014578,false",
        "WJ浙1234X,false",
        "VA12345,false",
        "民航A0001,false"
    })
    void aPlateThatNamesNoProvinceCannotBeTold(String number, boolean told) {
        assertThat(wechat.adapter.vehicles().obstacle(new Plate(number, 1, "")).isEmpty())
                .isEqualTo(told);
    }

    @Test
    void readsEveryStateOfTheOwnersService() {
        vehicle("SIGNED");
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), plate)).isEqualTo(new Agreement.Signed());
        vehicle("PAUSED");
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), plate)).isInstanceOf(Agreement.NotSigned.class);
        vehicle("UNSIGNED");
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), plate)).isInstanceOf(Agreement.NotSigned.class);
        vehicle("SIGNED");
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), new Plate(plate.number(), 5, "oSomebodyElse")))
                .isInstanceOf(Agreement.NotSigned.class);
    }

    @Test
    void aRefusedQuestionAboutTheAgreementSaysWhy() {
        fault(WechatPayOperation.AGREEMENT, Kind.REFUSE, 403, "NO_AUTH", plate.number());
        assertThat(wechat.adapter.vehicles().agreement(wechat.lot(""), plate))
                .isInstanceOfSatisfying(Agreement.Undeterminable.class, why -> assertThat(why.why())
                        .contains("NO_AUTH 的说明"));
        fault(WechatPayOperation.AGREEMENT, Kind.REFUSE, 500, "SYSTEM_ERROR", plate.number());
        assertThatThrownBy(() -> wechat.adapter.vehicles().agreement(wechat.lot(""), plate))
                .isInstanceOf(ChannelException.class);
        fault(WechatPayOperation.AGREEMENT, Kind.WRONG_SIGNATURE, 0, "", plate.number());
        assertThatThrownBy(() -> wechat.adapter.vehicles().agreement(wechat.lot(""), plate))
                .isInstanceOf(ChannelException.class);
    }

    // entry

    @Test
    void aVisitKeepsItsNumberWhenReportedAgain() {
        Visit visit = visit(plate);
        EntryResult first = wechat.adapter.vehicles().entered(visit);
        assertThat(first).isInstanceOf(EntryResult.Admitted.class);
        assertThat(wechat.adapter.vehicles().entered(visit)).isEqualTo(first);
    }

    @Test
    void aPausedOwnerIsBlockedAtTheEntry() {
        vehicle("PAUSED");
        assertThat(wechat.adapter.vehicles().entered(visit(plate)))
                .isInstanceOfSatisfying(EntryResult.Blocked.class, blocked -> assertThat(blocked.reason())
                        .contains("PAUSE"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, PARAM_ERROR",
        "400, INVALID_REQUEST",
        "401, SIGN_ERROR",
        "403, NO_AUTH",
        "404, RESOURCE_NOT_EXISTS"
    })
    void aSignedRefusalAtTheEntryIsOne(int status, String code) {
        Visit visit = visit(plate);
        fault(WechatPayOperation.ENTRY, Kind.REFUSE, status, code, visit.visitNo());
        assertThat(wechat.adapter.vehicles().entered(visit)).isEqualTo(new EntryResult.Rejected(code, code + " 的说明"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 429, RATELIMIT_EXCEEDED",
        "REFUSE, 500, SYSTEM_ERROR",
        "REFUSE_UNSIGNED, 400, PARAM_ERROR",
        "ACCEPTED_202, 0, ''",
        "CUT, 0, ''",
        "DONE_THEN_CUT, 0, ''",
        "DONE_THEN_HOLD, 0, ''",
        "WRONG_SIGNATURE, 0, ''",
        "UNSIGNED, 0, ''",
        "STALE, 0, ''",
        "MALFORMED, 0, ''"
    })
    void anUnclearEntryIsReportedAgainUnderTheSameNumber(Kind kind, int status, String code) {
        Visit visit = visit(plate);
        fault(WechatPayOperation.ENTRY, kind, status, code, visit.visitNo());
        assertThatThrownBy(() -> wechat.adapterFor(kind).vehicles().entered(visit))
                .isInstanceOf(ChannelException.class);
        assertThat(wechat.adapter.vehicles().entered(visit)).isInstanceOf(EntryResult.Admitted.class);
        assertThat(wechat.desk.visits())
                .filteredOn(seen -> seen.outNo().equals(visit.visitNo()))
                .hasSize(1);
    }

    @Test
    void aColourThatWeChatPayDoesNotHaveIsRefusedAtOnce() {
        assertThat(wechat.adapter.vehicles().entered(visit(new Plate("浙A12345", 9, ""))))
                .isInstanceOf(EntryResult.Rejected.class);
    }

    // deduction

    @Test
    void aChargeEchoesEveryFact() {
        DeductionOrder order = wechat.parked(plate);
        DeductionResult result = wechat.adapter.charges().deduct(order);

        Visit visit = order.visit();
        assertThat(result).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).startsWith("42");
            assertThat(success.paidAt()).isEqualTo(wechat.clock.instant());
            assertThat(success.facts())
                    .isEqualTo(new DeductionResult.ChargedFacts(
                            order.outTradeNo(),
                            1500,
                            SimulatedWechatPay.SUB_MCHID,
                            visit.reference(),
                            plate.number(),
                            visit.lot().lotName(),
                            visit.enteredAt(),
                            visit.leftAt(),
                            null));
        });
        assertThat(wechat.adapter.charges().deduction(order)).isEqualTo(result);
        assertThat(wechat.adapter.charges().deduct(order)).isEqualTo(result);
        assertThat(wechat.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void acceptedIsPendingUntilTheDeskDecides() {
        DeductionOrder paid = wechat.parked(plate);
        fault(WechatPayOperation.DEDUCT, Kind.DECIDE_LATER, 0, "", paid.outTradeNo());
        assertThat(wechat.adapter.charges().deduct(paid)).isEqualTo(new Pending());
        assertThat(wechat.adapter.charges().deduction(paid)).isEqualTo(new Pending());
        wechat.desk.decide(paid.outTradeNo(), true, "", "");
        assertThat(wechat.adapter.charges().deduction(paid)).isInstanceOf(Succeeded.class);

        DeductionOrder failed = wechat.parked(wechat.plate());
        fault(WechatPayOperation.DEDUCT, Kind.DECIDE_LATER, 0, "", failed.outTradeNo());
        wechat.adapter.charges().deduct(failed);
        wechat.desk.decide(failed.outTradeNo(), false, "", "用户余额不足");
        assertThat(wechat.adapter.charges().deduction(failed)).isEqualTo(new Failed("PAY_FAIL", "用户余额不足"));
        assertThat(wechat.charged(failed.outTradeNo())).isEmpty();
    }

    @Test
    void aVehicleThatGotBlockedInsideIsNotCharged() {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.visitCommand(order.visit().reference(), "block", Map.of("reason", "OVERDUE"));
        assertThat(wechat.adapter.charges().deduct(order)).isInstanceOf(Failed.class);
        assertThat(wechat.charged(order.outTradeNo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, PARAM_ERROR", "401, SIGN_ERROR", "403, NO_AUTH", "403, RULE_LIMIT"})
    void aSignedRefusalFailsTheDebit(int status, String code) {
        DeductionOrder order = wechat.parked(plate);
        fault(WechatPayOperation.DEDUCT, Kind.REFUSE, status, code, order.outTradeNo());
        assertThat(wechat.adapter.charges().deduct(order)).isEqualTo(new Failed(code, code + " 的说明"));
        assertThat(wechat.charged(order.outTradeNo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INVALID_REQUEST", "OUT_TRADE_NO_USED"})
    void aRefusalThatMayHideAnOrderIsLookedUpFirst(String code) {
        DeductionOrder fresh = wechat.parked(plate);
        fault(WechatPayOperation.DEDUCT, Kind.REFUSE, 400, code, fresh.outTradeNo());
        assertThat(wechat.adapter.charges().deduct(fresh)).isEqualTo(new Failed(code, code + " 的说明"));

        DeductionOrder charged = wechat.parked(wechat.plate());
        wechat.adapter.charges().deduct(charged);
        fault(WechatPayOperation.DEDUCT, Kind.REFUSE, 400, code, charged.outTradeNo());
        assertThat(wechat.adapter.charges().deduct(charged)).isInstanceOf(Succeeded.class);

        DeductionOrder unclear = wechat.parked(wechat.plate());
        fault(WechatPayOperation.DEDUCT, Kind.REFUSE, 400, code, unclear.outTradeNo());
        fault(WechatPayOperation.QUERY, Kind.REFUSE, 500, "SYSTEM_ERROR", unclear.outTradeNo());
        assertThat(wechat.adapter.charges().deduct(unclear)).isInstanceOf(Unknown.class);
    }

    @Test
    void theSameNumberWithAnotherAmountShowsWhatWasCharged() {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        assertThat(wechat.adapter.charges().deduct(renumbered(order, order.outTradeNo(), 900)))
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        success -> assertThat(success.facts().amount()).isEqualTo(1500));
        assertThat(wechat.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void aVisitIsChargedOnceUnderWhateverNumber() {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        DeductionOrder second = renumbered(order, wechat.number("TD"), 1500);
        assertThat(wechat.adapter.charges().deduct(second))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("INVALID_REQUEST"));
        assertThat(wechat.charged(second.outTradeNo())).isEmpty();
    }

    @Test
    void manyAtOnceChargeOnce() throws Exception {
        DeductionOrder order = wechat.parked(plate);
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<DeductionResult>> answers = callers.invokeAll(
                    Collections.nCopies(6, () -> wechat.adapter.charges().deduct(order)));
            for (Future<DeductionResult> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Succeeded.class);
            }
        } finally {
            callers.shutdown();
        }
        assertThat(wechat.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void onlyTheNewestVisitOfAPlateCanBeCharged() {
        DeductionOrder old = wechat.parked(plate);
        wechat.parked(plate);
        assertThat(wechat.adapter.charges().deduct(old)).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 429, RATELIMIT_EXCEEDED, false",
        "REFUSE, 403, FREQUENCY_LIMIT_EXCEED, false",
        "REFUSE, 500, SYSTEM_ERROR, false",
        "REFUSE, 502, SYSTEM_ERROR, false",
        "REFUSE, 503, SERVICE_UNAVAILABLE, false",
        "REFUSE, 418, TEAPOT, false",
        "REFUSE_UNSIGNED, 400, PARAM_ERROR, false",
        "REFUSE_UNSIGNED, 500, SYSTEM_ERROR, false",
        "ACCEPTED_202, 0, '', false",
        "CUT, 0, '', false",
        "HOLD, 0, '', false",
        "DONE_THEN_ERROR, 500, SYSTEM_ERROR, true",
        "DONE_THEN_CUT, 0, '', true",
        "DONE_THEN_HOLD, 0, '', true",
        "WRONG_SIGNATURE, 0, '', true",
        "UNSIGNED, 0, '', true",
        "STALE, 0, '', true",
        "MALFORMED, 0, '', true"
    })
    void anUnclearDebitIsUnknownAndTheQueryTellsTheTruth(Kind kind, int status, String code, boolean charged) {
        DeductionOrder order = wechat.parked(plate);
        fault(WechatPayOperation.DEDUCT, kind, status, code, order.outTradeNo());

        assertThat(wechat.adapterFor(kind).charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(wechat.charged(order.outTradeNo())).hasSize(charged ? 1 : 0);

        wechat.clock.advance(Duration.ofSeconds(61));
        DeductionResult found = wechat.adapter.charges().deduction(order);
        assertThat(found).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        assertThat(wechat.adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(wechat.charged(order.outTradeNo())).containsExactly(1500);
    }

    // query

    @Test
    void neverSeenIsBelievedOnlyAfterAMinute() {
        DeductionOrder order = wechat.parked(plate);
        wechat.clock.advance(Duration.ofSeconds(59));
        assertThat(wechat.adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
        wechat.clock.advance(Duration.ofSeconds(1));
        assertThat(wechat.adapter.charges().deduction(order)).isEqualTo(new NeverSeen());
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 400, PARAM_ERROR",
        "REFUSE, 400, INVALID_REQUEST",
        "REFUSE, 401, SIGN_ERROR",
        "REFUSE, 403, NO_AUTH",
        "REFUSE, 429, RATE_LIMITED",
        "REFUSE, 500, SYSTEM_ERROR",
        "REFUSE_UNSIGNED, 404, ORDER_NOT_EXIST",
        "ACCEPTED_202, 0, ''",
        "CUT, 0, ''",
        "HOLD, 0, ''",
        "WRONG_SIGNATURE, 0, ''",
        "UNSIGNED, 0, ''",
        "STALE, 0, ''",
        "MALFORMED, 0, ''"
    })
    void aFailedQueryNeverDecidesADebit(Kind kind, int status, String code) {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        wechat.clock.advance(Duration.ofMinutes(2));
        fault(WechatPayOperation.QUERY, kind, status, code, order.outTradeNo());
        assertThat(wechat.adapterFor(kind).charges().deduction(order)).isInstanceOf(Unknown.class);
        assertThat(wechat.adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
    }

    @Test
    void theOrderOfAnotherMerchantIsNotOurs() {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        wechat.desk.adopt("1688000002", "另一家停车公司", Map.of());
        Visit visit = order.visit();
        var foreign = new cn.citybrain.parking.onboarding.channel.lot.LotRegistration(
                visit.lot().bindingId(), "1688000002", visit.lot().lot(), "", "");
        wechat.clock.advance(Duration.ofMinutes(2));
        assertThat(wechat.adapter
                        .charges()
                        .deduction(new DeductionOrder(
                                order.outTradeNo(),
                                new Visit(
                                        foreign,
                                        plate,
                                        visit.visitNo(),
                                        visit.reference(),
                                        visit.enteredAt(),
                                        visit.leftAt()),
                                1500,
                                "停车费",
                                order.sentAt())))
                .isEqualTo(new NeverSeen());
    }

    @Test
    void ourSignatureWithAnotherKeyIsRefusedEverywhere() {
        DeductionOrder order = wechat.parked(plate);
        ChannelAdapter stranger =
                wechat.adapter(SimulatedWechatPay.settings(wechat.server.url(), "demo-only-platform-private-key.pem"));
        assertThat(stranger.charges().deduct(order))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("SIGN_ERROR"));
        assertThat(wechat.charged(order.outTradeNo())).isEmpty();
    }

    @Test
    void nobodyAtTheOtherEndIsUnknown() {
        DeductionOrder order = wechat.parked(plate);
        ChannelAdapter lonely =
                wechat.adapter(SimulatedWechatPay.settings("http://localhost:1", "demo-only-merchant-private-key.pem"));
        assertThat(lonely.charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(lonely.charges().deduction(order)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> lonely.vehicles().entered(order.visit())).isInstanceOf(ChannelException.class);
    }

    @Test
    void whatGoesWrongNeverQuotesTheRequest() {
        Visit visit = visit(plate);
        for (Kind kind : new Kind[] {Kind.MALFORMED, Kind.WRONG_SIGNATURE, Kind.CUT}) {
            fault(WechatPayOperation.ENTRY, kind, 0, "", visit.visitNo());
            assertThatThrownBy(() -> wechat.adapter.vehicles().entered(visit))
                    .isInstanceOf(ChannelException.class)
                    .hasNoCause()
                    .hasMessageNotContaining(plate.number());
        }
    }
}

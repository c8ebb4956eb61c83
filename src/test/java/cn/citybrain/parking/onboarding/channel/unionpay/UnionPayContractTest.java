package cn.citybrain.parking.onboarding.channel.unionpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.ContractBench;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.TestReferences;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.encryption.TestCipher;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.unionpay.UnionPayOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** UnionPay's adapter against its simulator over HTTP: the contract, and what its protocol has besides. */
class UnionPayContractTest extends ChannelContractTest {

    private static final String MERCHANT = "898330100009999";

    private final ContractBench bench = ContractBench.shared();
    private final ChannelDesk unionpay = bench.desk("unionpay");
    private final ChannelReferences references = TestReferences.create(bench.clock);
    private final ChannelAdapter adapter = adapter("demo-only-unionpay-key", true, Duration.ofSeconds(10));
    private final LotRegistration lot;
    private final Plate plate = bench.plate();

    UnionPayContractTest() {
        super(Channel.UNIONPAY);
        unionpay.adopt(MERCHANT, "合同测试停车有限公司", Map.of());
        lot = registered();
    }

    private ChannelAdapter adapter(String key, boolean requireSign, Duration read) {
        return adapter(key, requireSign, read, references);
    }

    private ChannelAdapter adapter(String key, boolean requireSign, Duration read, ChannelReferences remembered) {
        UnionPaySettings settings = new UnionPaySettings(
                bench.server.url() + "/sim/unionpay",
                "898330100000001",
                key,
                Map.of(),
                requireSign,
                "https://onboarding.example",
                new Deadlines(Duration.ofSeconds(3), read, Duration.ofSeconds(20)));
        return new UnionPayConfiguration()
                .unionpayAdapter(
                        settings,
                        TestBanks.configured(),
                        remembered,
                        TestCipher.create(),
                        TestLines.patient(bench.kept::add),
                        bench.clock);
    }

    private LotRegistration registered() {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        assertThat(adapter.lots().register(asked)).isEqualTo(new LotState.Pending("L" + asked.bindingId()));
        unionpay.passLot(unionpay.lots().stream()
                .filter(known -> known.outNo().equals("L" + asked.bindingId()))
                .findFirst()
                .orElseThrow()
                .reference());
        LotState.Registered consent = (LotState.Registered) adapter.lots().state(asked);
        return new LotRegistration(
                asked.bindingId(), MERCHANT, asked.lot(), consent.reference(), consent.channelLotId());
    }

    private DeductionOrder parked(Plate vehicle) {
        Visit visit = bench.visit(lot, vehicle);
        return bench.order(visit, ((EntryResult.Admitted) adapter.vehicles().entered(visit)).reference());
    }

    private void fault(UnionPayOperation operation, Kind kind, String code, String match) {
        unionpay.plan(
                Fault.once(operation, kind).answering(0, code, "").holding(1500).matching(match));
    }

    // signature

    @Test
    void signsAsTheWorkedExamplesSay() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("TransId", "40101");
        fields.put("Version", "V1.0");
        fields.put("MerCode", "M0001");
        fields.put("ParkCode", "PK01");
        fields.put("ParkName", "西湖一号");
        fields.put("RefNo", "R1");
        fields.put("CarNo", "浙A12345");
        fields.put("InTime", "20261123083000");
        fields.put("Remark", "");
        assertThat(UnionPaySign.of(fields, "k3y"))
                .isEqualTo("fbc27cd9079592a98b53e9b944f789ebbdfef2397a2a08b1fd08879e2b64e46d");

        Map<String, String> signing =
                Map.of("TransId", "40701", "MerCode", "M0001", "CarNo", "浙A12345", "CustId", "C9", "OperaType", "1");
        assertThat(UnionPaySign.of(signing, "k3y"))
                .isEqualTo("b284d87053d64c668889199a697ce17a0540a9ee06487efaeac795c2e41b89fd");
        Map<String, String> dropped = new LinkedHashMap<>(signing);
        dropped.put("Remark", " NULL ");
        assertThat(UnionPaySign.of(dropped, "k3y")).isEqualTo(UnionPaySign.of(signing, "k3y"));
    }

    // applications

    private MerchantApplication application(String no, String bank) {
        return new MerchantApplication(
                no,
                Map.of(
                        "signingBank", bank,
                        "merchantName", "杭州湖滨停车管理有限公司",
                        "licenceNumber", "91330102765432101R",
                        "legalPerson", "林晓湖",
                        "contactName", "林晓湖",
                        "mobilePhone", "13800000000",
                        "accountNumber", "1202000000000000001",
                        "storeName", "湖滨银泰停车场",
                        "storeAddress", "杭州市上城区东坡路7号"),
                List.of());
    }

    @Test
    void anApplicationGoesOverTheVisitIntoTheNetwork() {
        String no = bench.number("YL20261123");
        assertThat(adapter.accounts().submit(application(no, "icbc"))).isEqualTo(new SubmitResult.Submitted(""));
        assertThat(adapter.accounts().submit(application(no, "icbc"))).isEqualTo(new SubmitResult.Submitted(""));
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        unionpay.command(no, "visit", Map.of("date", "2026-12-01", "contact", "周强 0571-88000033"));
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.VisitScheduled(
                        Instant.parse("2026-12-01T02:00:00Z"), "周强 0571-88000033", "收单银行已预约上门签约"));
        assertThat(adapter.callbacks().read(bench.delivered(unionpay, no).get(0)))
                .isInstanceOfSatisfying(ChannelNotice.ReviewMoved.class, notice -> assertThat(notice.applicationNo())
                        .isEqualTo(no));
        unionpay.advance(no);
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Approved(
                        unionpay.application(no).orElseThrow().account()));
    }

    @Test
    void aRejectionNamesOurFieldAndIsReplaced() {
        String no = bench.number("YL20261123");
        adapter.accounts().submit(application(no, "icbc"));
        unionpay.refuse(no, List.of(new Complaint("SettleAcct", "结算账号", "户名不符")), "");
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Rejected(List.of(new FieldIssue("accountNumber", "户名不符")), "户名不符"));
        adapter.accounts().submit(application(no, "icbc"));
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        unionpay.refuse(no, List.of(), "资料不全");
        assertThat(adapter.accounts().review(no)).isEqualTo(new ReviewResult.Rejected(List.of(), "资料不全"));
    }

    @Test
    void aBankOnPaperIsWorkedByHandAndAnUnknownOneIsRefusedByItsField() {
        assertThat(TestAdapters.with(adapter, TestBanks.configured())
                        .of(Channel.UNIONPAY)
                        .accounts()
                        .submit(application("YL1", "hzurcb")))
                .isInstanceOf(ByHand.class);
        assertThat(adapter.accounts().submit(application("YL1", "nobank")))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("signingBank"));
    }

    @Test
    void whatUnionPayHasNoCallForIsDoneByHand() {
        assertThat(adapter.accounts().signState("8983301")).isEqualTo(new SignState.NotAsked());
        assertThat(adapter.accounts().withdraw("YL1"))
                .isInstanceOfSatisfying(ByHand.class, byHand -> assertThat(byHand.whom() + byHand.how())
                        .contains("银联签约收单银行", "YL1"));
        assertThat(adapter.lots().withdraw(lot)).isInstanceOfSatisfying(ByHand.class, byHand -> assertThat(byHand.how())
                .contains(lot.reference()));
        assertThat(adapter.lots().withdraw(bench.lot(MERCHANT, List.of()))).isInstanceOf(Withdrawal.NotNeeded.class);
    }

    @Test
    void aFieldThatUnionPayRefusesComesBackInWords() {
        MerchantApplication lacking = new MerchantApplication("YL2", Map.of("signingBank", "icbc"), List.of());
        assertThat(adapter.accounts().submit(lacking))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.message())
                        .contains("缺失"));
    }

    @Test
    void aRefusedLotComesWithWords() {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        adapter.lots().register(asked);
        unionpay.refuseLot(
                unionpay.lots().stream()
                        .filter(known -> known.outNo().equals("L" + asked.bindingId()))
                        .findFirst()
                        .orElseThrow()
                        .reference(),
                "地址不详");
        assertThat(adapter.lots().state(asked)).isEqualTo(new LotState.Refused("地址不详"));
        assertThat(adapter.lots().register(asked)).isInstanceOf(LotState.Pending.class);
    }

    // vehicles

    @ParameterizedTest
    @CsvSource({"UNSIGNED,用户不存在", "PAUSED,用户已冻结", "NO_CARD,用户没有银行卡", "BLACKLIST,用户在黑名单中"})
    void anOwnerWhoCannotPayIsBlockedAtEntry(String state, String words) {
        unionpay.setAgreement(
                new cn.citybrain.parking.onboarding.simulator.channel.book.Agreement(plate.number(), "", "", state));
        assertThat(adapter.vehicles().agreement(lot, plate)).isEqualTo(new Agreement.NotSigned(words));
        Visit visit = bench.visit(lot, plate);
        assertThat(adapter.vehicles().entered(visit)).isEqualTo(new EntryResult.Blocked(visit.visitNo(), words));
    }

    @ParameterizedTest
    @CsvSource({
        "00,Admitted",
        "01,Rejected",
        "02,Rejected",
        "03,Rejected",
        "04,Rejected",
        "05,Blocked",
        "06,Blocked",
        "07,Blocked",
        "08,Admitted",
        "09,",
        "12,",
        "14,Admitted",
        "15,Blocked",
        "17,Blocked",
        "28,Blocked",
        "29,",
        "56,Blocked",
        "60,",
        "99,",
        "77,"
    })
    void everyCodeOfAnEntryHasItsOutcomeAndNoneMeansAgain(String code, String outcome) {
        Visit visit = bench.visit(lot, plate);
        fault(UnionPayOperation.ENTRY, Kind.REFUSE, code, plate.number());
        if (outcome == null) {
            assertThatThrownBy(() -> adapter.vehicles().entered(visit)).isInstanceOf(ChannelException.class);
            assertThat(adapter.vehicles().entered(visit)).isInstanceOf(EntryResult.Admitted.class);
        } else {
            assertThat(adapter.vehicles().entered(visit).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"00,true", "08,true", "01,false", "02,false", "03,false", "04,false", "09,false", "12,false", "99,false"
    })
    void everyCodeOfAnExitIsTakenOrComesAgain(String code, boolean taken) {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.EXIT, Kind.REFUSE, code, plate.number());
        if (taken) {
            adapter.vehicles().left(order.visit());
        } else {
            assertThatThrownBy(() -> adapter.vehicles().left(order.visit())).isInstanceOf(ChannelException.class);
            adapter.vehicles().left(order.visit());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00,Signed",
        "01,Undeterminable",
        "02,Undeterminable",
        "03,Undeterminable",
        "04,Undeterminable",
        "05,NotSigned",
        "06,NotSigned",
        "07,NotSigned",
        "09,Undeterminable",
        "15,NotSigned",
        "17,NotSigned",
        "28,NotSigned",
        "56,NotSigned",
        "99,Undeterminable",
        "77,Undeterminable"
    })
    void everyCodeOfAnAgreementHasItsMeaning(String code, String meaning) {
        fault(UnionPayOperation.AGREEMENT, Kind.REFUSE, code, plate.number());
        assertThat(adapter.vehicles().agreement(lot, plate).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"01,", "02,", "03,Refused", "04,Refused", "09,Pending", "54,Refused", "99,", "77,"})
    void everyCodeOfALotHasItsOutcomeAndNoneMeansAgain(String code, String outcome) {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        fault(UnionPayOperation.LOT_SUBMIT, Kind.REFUSE, code, "L" + asked.bindingId());
        if (outcome == null) {
            assertThatThrownBy(() -> adapter.lots().register(asked)).isInstanceOf(ChannelException.class);
            assertThat(adapter.lots().register(asked)).isInstanceOf(LotState.Pending.class);
        } else {
            assertThat(adapter.lots().register(asked).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void anEntryTwiceIsOneAndAPlateWithAnOpenVisitLeavesFirst() {
        DeductionOrder first = parked(plate);
        assertThat(adapter.vehicles().entered(first.visit()))
                .isEqualTo(new EntryResult.Admitted(first.visit().visitNo()));

        DeductionOrder second = parked(plate);
        assertThat(unionpay.visits())
                .filteredOn(visit -> visit.plateNo().equals(plate.number()))
                .extracting(cn.citybrain.parking.onboarding.simulator.channel.book.Visit::state)
                .containsExactly("LEFT", "NORMAL");
        adapter.vehicles().left(second.visit());
        adapter.vehicles().left(second.visit());
    }

    // money

    @Test
    void aChargeIsMadeOnceAndItsRepetitionSaysSo() {
        DeductionOrder order = parked(plate);
        assertThat(adapter.charges().deduct(order)).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).as("none yet").isEmpty();
            assertThat(success.paidAt()).as("nor when").isNull();
        });
        assertThat(adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(adapter.charges().deduction(order)).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).startsWith("UP");
            assertThat(success.facts().amount()).isEqualTo(1500);
        });
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void aResendAfterMidnightIsTheSameOrder() {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.DEDUCT, Kind.DONE_THEN_CUT, "", order.outTradeNo());
        assertThatThrownBy(() -> adapter.charges().deduct(order)).isInstanceOf(ChannelException.class);
        bench.clock.advance(Duration.ofHours(24));
        assertThat(adapter.charges().deduct(order)).isInstanceOf(Succeeded.class);
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void aNumberThatNeverWentOutWasNeverSeen() {
        assertThat(adapter.charges().deduction(parked(plate))).isEqualTo(new NeverSeen());
    }

    /** The day of an order is part of its key: with another day it would be another order, and charged again. */
    @Test
    void findsAnOrderWhoseDayARestoredBackupDoesNotKnow() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        ChannelAdapter restored =
                adapter("demo-only-unionpay-key", true, Duration.ofSeconds(10), TestReferences.create(bench.clock));

        assertThat(restored.charges().deduction(order)).isInstanceOf(Succeeded.class);
        restored.charges().deduct(order);
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    /** Errors with a code of the protocol; whatever else becomes of an answer, the contract tries. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REFUSE", "REFUSE_UNSIGNED", "DONE_THEN_ERROR"})
    void nothingIsConcludedFromABrokenAnswer(Kind kind) {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.DEDUCT, kind, "99", order.outTradeNo());
        assertThat(charge(order)).isInstanceOf(Unknown.class);

        bench.clock.advance(Duration.ofMinutes(2));
        boolean charged = !bench.charged(order.outTradeNo()).isEmpty();
        assertThat(adapter.charges().deduction(order)).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        adapter.charges().deduct(order);
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    private DeductionResult charge(DeductionOrder order) {
        try {
            return adapter.charges().deduct(order);
        } catch (ChannelException unclear) {
            return new Unknown(unclear.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "01,Failed", "02,Failed", "03,Failed", "04,Failed", "05,Failed", "06,Failed", "07,Failed", "08,Unknown",
        "09,Pending", "12,Unknown", "15,Failed", "17,Failed", "28,Failed", "29,Unknown", "30,Failed", "53,Succeeded",
        "54,Failed", "55,Succeeded", "56,Failed", "60,Unknown", "99,Unknown", "77,Unknown"
    })
    void everyCodeOfADebitHasItsOutcome(String code, String outcome) {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.DEDUCT, Kind.REFUSE, code, order.outTradeNo());
        assertThat(adapter.charges().deduct(order).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"01", "03", "04", "09", "53", "54", "99"})
    void aRefusedQuerySaysNothing(String code) {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        fault(UnionPayOperation.QUERY, Kind.REFUSE, code, order.outTradeNo());
        assertThat(adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
        assertThat(adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
    }

    /** 14 and what is not named fall to the default: a debit knows no binding. */
    @ParameterizedTest
    @CsvSource({
        "00,Refunded", "01,Failed", "02,Failed", "03,Failed", "04,Failed", "05,Unknown", "08,Unknown", "09,Pending",
        "11,Failed", "12,Unknown", "13,Failed", "14,Unknown", "29,Failed", "53,Unknown", "54,Failed", "55,Refunded",
        "99,Unknown", "77,Unknown"
    })
    void everyCodeOfARefundHasItsOutcome(String code, String outcome) {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        fault(UnionPayOperation.REFUND, Kind.REFUSE, code, order.outTradeNo());
        assertThat(adapter.charges().refund(refund).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS,Succeeded",
        "PROCESSING,",
        "FAILED,Failed",
        "CLOSED,Failed",
        "REFUNDED,Succeeded",
        "SOMETHING_NEW,",
        "'',"
    })
    void everyStateOfAnOrderThatANotificationTellsDecidesItOrNothing(String state, String outcome) {
        String outTradeNo = bench.number("TD");
        Map<String, String> told = new LinkedHashMap<>(Map.of(
                "TransId", "90501",
                "MerCode", MERCHANT,
                "OutTradeNo", outTradeNo,
                "MerDate", "20261123",
                "PayAmount", "1500",
                "TradeNo", "UP1",
                "PayTime", "2026-11-23 09:00:00"));
        told.put("OrderState", state);
        ChannelNotice notice = adapter.callbacks().read(callback(told));
        if (outcome == null) {
            assertThat(notice).isInstanceOf(ChannelNotice.Other.class);
        } else {
            assertThat(notice).isInstanceOfSatisfying(ChannelNotice.DeductionDecided.class, decided -> {
                assertThat(decided.outTradeNo()).isEqualTo(outTradeNo);
                assertThat(decided.result().getClass().getSimpleName()).isEqualTo(outcome);
            });
        }
    }

    @Test
    void isPendingUntilTheDeskDecidesAndTheCallbackTells() {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.DEDUCT, Kind.DECIDE_LATER, "", order.outTradeNo());
        assertThat(adapter.charges().deduct(order)).isEqualTo(new Pending());
        assertThat(adapter.charges().deduction(order)).isEqualTo(new Pending());
        unionpay.decide(order.outTradeNo(), false, "30", "余额不足");
        assertThat(adapter.charges().deduction(order)).isEqualTo(new Failed("FAILED", "余额不足"));

        bench.callbackBody = "{\"ResultCode\":\"00\"}";
        CallbackRequest callback = bench.delivered(unionpay, order.outTradeNo()).get(0);
        assertThat(adapter.callbacks().read(callback))
                .isInstanceOfSatisfying(ChannelNotice.DeductionDecided.class, notice -> {
                    assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
                    assertThat(notice.result()).isInstanceOf(Failed.class);
                });
        assertThat(adapter.callbacks().answer(callback, Outcome.TAKEN).body())
                .contains("\"TransId\":\"90502\"", "\"00\"");
    }

    @Test
    void anUnsignedAnswerIsBelievedOnlyWhereThatIsAllowed() {
        DeductionOrder order = parked(plate);
        fault(UnionPayOperation.DEDUCT, Kind.UNSIGNED, "", order.outTradeNo());
        ChannelAdapter trusting = adapter("demo-only-unionpay-key", false, Duration.ofSeconds(10));
        assertThat(trusting.charges().deduct(order)).isInstanceOf(Succeeded.class);
        fault(UnionPayOperation.QUERY, Kind.WRONG_SIGNATURE, "", order.outTradeNo());
        assertThatThrownBy(() -> trusting.charges().deduction(order)).isInstanceOf(ChannelException.class);
    }

    @Test
    void anotherKeyIsRefused() {
        ChannelAdapter stranger = adapter("another-key", true, Duration.ofSeconds(10));
        DeductionOrder order = parked(plate);
        assertThatThrownBy(() -> stranger.charges().deduct(order)).isInstanceOf(ChannelException.class);
        assertThat(bench.charged(order.outTradeNo())).isEmpty();
    }

    @Test
    void refundsAllOfItOnce() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        assertThat(adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Unknown.class);
        assertThat(adapter.charges().refund(refund)).isEqualTo(new RefundResult.Refunded(""));
        assertThat(adapter.charges().refund(refund)).isEqualTo(new RefundResult.Refunded(""));
        assertThat(adapter.charges().refundState(refund)).isEqualTo(new RefundResult.Refunded(""));
        assertThat(bench.refunded("RF-" + order.outTradeNo())).containsExactly(1500);
        assertThat(bench.keptNumbers()).containsExactly(order.outTradeNo(), refund.outRefundNo(), refund.outRefundNo());
        assertThat(bench.keptText()).contains("Sign=", order.outTradeNo());
        assertThat(adapter.charges().refund(new RefundOrder(bench.number("RF"), order, "", 500, 1500, "部分")))
                .isInstanceOf(RefundResult.Failed.class);
    }

    @Test
    void theNotificationBringsTheNumberAndTheAccountThatWasPaid() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        bench.callbackBody = "{\"ResultCode\":\"00\"}";
        CallbackRequest callback = bench.delivered(unionpay, order.outTradeNo()).get(0);
        assertThat(new String(callback.body(), StandardCharsets.UTF_8)).doesNotContain("ResultCode");
        assertThat(adapter.callbacks().read(callback))
                .isInstanceOfSatisfying(ChannelNotice.DeductionDecided.class, notice -> assertThat(notice.result())
                        .isInstanceOfSatisfying(Succeeded.class, success -> {
                            assertThat(success.transactionNo()).startsWith("UP");
                            assertThat(success.paidAt()).isNotNull();
                            assertThat(success.facts().channelAccount()).isEqualTo(MERCHANT);
                        }));
    }

    /** Number and day together are an order. */
    @Test
    void theSameNumberOfAnotherDayIsAnotherOrder() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        Map<String, String> told = Map.of(
                "TransId", "90501",
                "MerCode", MERCHANT,
                "OutTradeNo", order.outTradeNo(),
                "MerDate", "20251123",
                "PayAmount", "1500",
                "OrderState", "SUCCESS",
                "TradeNo", "UP1");
        assertThat(adapter.callbacks().read(callback(told))).isInstanceOf(ChannelNotice.Other.class);
    }

    @Test
    void aRefundWhoseDayARestoredBackupDoesNotKnowIsLookedFor() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        ChannelAdapter restored =
                adapter("demo-only-unionpay-key", true, Duration.ofSeconds(10), TestReferences.create(bench.clock));
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        assertThat(restored.charges().refund(refund)).isInstanceOf(RefundResult.Refunded.class);
        RefundOrder never = new RefundOrder(bench.number("RF"), parked(bench.plate()), "", 1500, 1500, "测试扣款退款");
        assertThat(restored.charges().refund(never)).isInstanceOf(RefundResult.Unknown.class);
    }

    @Test
    void saysInWhichCharacterSetItsFormsAre() {
        parked(plate);
        DeductionOrder order = parked(bench.plate());
        adapter.charges().deduct(order);
        assertThat(bench.kept.get(0).headers().get("Content-Type"))
                .isEqualToIgnoringCase("application/x-www-form-urlencoded; charset=UTF-8");
    }

    // callbacks

    @ParameterizedTest
    @CsvSource({"40701,OperaType", "40701,CustId", "40701,CarNo", "40801,RefNo", "40801,EntryTime", "40801,ParkCode"})
    void aGenuineCallbackThatLacksAFieldIsAnsweredWith03(String transId, String missing) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "TransId", transId,
                "MerCode", MERCHANT,
                "CarNo", "浙A98765",
                "CustId", "C1",
                "OperaType", "1",
                "ParkCode", "PK1",
                "RefNo", "R1",
                "EntryTime", "2026-11-23 08:30:00"));
        fields.remove(missing);
        CallbackRequest callback = callback(fields);
        assertThatThrownBy(() -> adapter.callbacks().read(callback))
                .isInstanceOf(InvalidCallback.class)
                .hasMessageContaining(missing);
        assertThat(adapter.callbacks().answer(callback, Outcome.INVALID).body()).contains("\"ResultCode\":\"03\"");
    }

    private CallbackRequest callback(Map<String, String> fields) {
        Map<String, String> signed = new LinkedHashMap<>(fields);
        signed.put("Sign", UnionPaySign.of(fields, "demo-only-unionpay-key"));
        StringBuilder form = new StringBuilder();
        signed.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return new CallbackRequest(
                "/callbacks/unionpay", Map.of(), form.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhetherAVehicleIsInside() {
        DeductionOrder order = parked(plate);
        CallbackRequest question = callback(Map.of(
                "TransId",
                "40801",
                "MerCode",
                MERCHANT,
                "CarNo",
                plate.number(),
                "ParkCode",
                lot.channelLotId(),
                "RefNo",
                order.visit().visitNo(),
                "EntryTime",
                "2026-11-23 08:30:00",
                "Remark",
                "r1"));
        assertThat(adapter.callbacks().read(question)).isInstanceOf(ChannelNotice.Other.class);
        assertThat(adapter.callbacks().answer(question, Outcome.TAKEN).body())
                .contains("\"TransId\":\"40802\"", "\"Remark\":\"r1\"", "\"status\":1");
        adapter.vehicles().left(order.visit());
        assertThat(adapter.callbacks().answer(question, Outcome.TAKEN).body()).contains("\"status\":0");
        CallbackRequest stranger = callback(Map.of("TransId", "40801", "MerCode", MERCHANT, "RefNo", "nobody"));
        assertThat(adapter.callbacks().answer(stranger, Outcome.TAKEN).body()).contains("\"status\":-1");
    }

    @Test
    void aSigningIsTakenWithoutThePlateAsEvidence() {
        CallbackRequest signing = callback(
                Map.of("TransId", "40701", "MerCode", MERCHANT, "CarNo", "浙A98765", "CustId", "C1", "OperaType", "1"));
        assertThat(adapter.callbacks().read(signing)).isInstanceOfSatisfying(ChannelNotice.Other.class, notice -> {
            assertThat(notice.id() + notice.evidence()).doesNotContain("98765");
            assertThat(notice.id()).isEqualTo(adapter.callbacks().read(signing).id());
        });
        assertThat(adapter.callbacks().answer(signing, Outcome.TAKEN).body()).contains("\"TransId\":\"40702\"");
    }

    @Test
    void aForgedCallbackIsRefusedAndAnsweredWith01() {
        CallbackRequest genuine = callback(Map.of(
                "TransId",
                "90501",
                "MerCode",
                MERCHANT,
                "OutTradeNo",
                "TD1",
                "OrderState",
                "SUCCESS",
                "PayAmount",
                "1500"));
        byte[] forged = new String(genuine.body(), StandardCharsets.UTF_8)
                .replace("1500", "1501")
                .getBytes(StandardCharsets.UTF_8);
        CallbackRequest request = new CallbackRequest(genuine.path(), Map.of(), forged);
        assertThatThrownBy(() -> adapter.callbacks().read(request)).isInstanceOf(InvalidCallback.class);
        assertThat(adapter.callbacks().answer(request, Outcome.INVALID).body()).contains("\"ResultCode\":\"01\"");
        assertThat(adapter.callbacks().answer(request, Outcome.NOT_STORED).body())
                .contains("\"ResultCode\":\"99\"");
        assertThatThrownBy(() -> adapter.callbacks()
                        .read(new CallbackRequest(
                                "/callbacks/unionpay", Map.of(), "%%%=&&".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidCallback.class);
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.message.PayResultOutbox;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityBrainTest
class LotCallsTest {

    @Autowired
    TestLots lots;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

    @Autowired
    PayResultOutbox outbox;

    @Autowired
    PaymentDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    TestLot lot;
    String id;

    @BeforeEach
    void aLotUnderTest() {
        clock.reset();
        lot = lots.connected();
        id = UUID.randomUUID().toString();
        when(desk.admit(any(), any())).thenReturn(new Admission.Admitted());
        when(desk.payResult(any())).thenReturn(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploadParkingInfo",
                "uploadParkingState",
                "uploadHeartbeat",
                "uploadCarInData",
                "uploadCarOutData",
                "uploadPhoto",
                "applyPayment",
                "uploadPayRecord"
            })
    void everyUploadIsAcceptedTwiceAndSeenInTheTraffic(String call) {
        Answer first = lot.send(call, lot.data(call, id));
        Answer second = lot.send(call, lot.data(call, id));

        assertThat(first).returns(200, Answer::status).returns(200, Answer::code);
        assertThat(second.code()).isEqualTo(200);
        assertThat(traffic.of(lot.code)).singleElement().satisfies(seen -> {
            assertThat(seen.call()).isEqualTo(call);
            assertThat(seen.okCount()).isEqualTo(2);
            assertThat(seen.firstOkAt()).isEqualTo(clock.instant());
            assertThat(seen.correct()).isTrue();
            assertThat(seen.lastError()).isNull();
        });
    }

    @Test
    void entryExitAndPhotosOfOneUidBecomeOneStay() {
        lot.send("uploadCarInData", lot.data("uploadCarInData", id));
        lot.send("uploadCarOutData", lot.data("uploadCarOutData", id));
        Map<String, Object> photo = lot.data("uploadPhoto", id);
        photo.put("uid", id);
        lot.send("uploadPhoto", photo);

        assertThat(records.recentStays(lot.code, 10)).hasSize(1);
        Stay stay = records.stay(lot.code, id).orElseThrow();
        assertThat(stay.plateNo()).isEqualTo(TestLot.PLATE);
        assertThat(stay.exitPlateNo()).isEqualTo(TestLot.PLATE);
        assertThat(stay.enteredAt()).isEqualTo(LotTime.read(lot.entered()));
        assertThat(stay.exitArriveTime()).isEqualTo(stay.enteredAt());
        assertThat(stay.leftAt()).isEqualTo(LotTime.read(lot.left()));
        assertThat(stay.entryReceivedAt()).isEqualTo(clock.instant());
        assertThat(stay.exitFee()).isEqualTo(500);
        assertThat(stay.exitPaidType()).isEqualTo(3);
        assertThat(stay.entryPhoto()).isTrue();
        assertThat(stay.exitPhoto()).isFalse();
    }

    @Test
    void anExitThatComesBeforeItsEntryWaitsForIt() {
        lot.send("uploadCarOutData", lot.data("uploadCarOutData", id));
        Stay half = records.stay(lot.code, id).orElseThrow();
        assertThat(half.enteredAt()).isNull();
        assertThat(half.plateNo()).isEqualTo(TestLot.PLATE);

        clock.advance(Duration.ofHours(30));
        Map<String, Object> late = lot.data("uploadCarInData", id);
        late.put("arriveTime", "20261123065900");
        assertThat(lot.send("uploadCarInData", late).code()).isEqualTo(200);

        Stay whole = records.stay(lot.code, id).orElseThrow();
        assertThat(whole.enteredAt()).isEqualTo(LotTime.read("2026-11-23 06:59:00"));
        assertThat(whole.entryReceivedAt()).isEqualTo(clock.instant());
        assertThat(whole.leftAt()).isEqualTo(half.leftAt());
    }

    @Test
    void aPaymentRequestBecomesABillThatOneGateTakes() {
        assertThat(lot.send("applyPayment", lot.data("applyPayment", id)).code())
                .isEqualTo(200);

        Bill bill = records.billByNo(lot.code, id).orElseThrow();
        assertThat(bill.amount()).isEqualTo(500);
        assertThat(bill.uid()).isEqualTo("U" + id);
        assertThat(bill.plateNo()).isEqualTo(TestLot.PLATE);
        assertThat(bill.leftAt()).isEqualTo(LotTime.read(lot.left()));
        assertThat(bill.consumedBy()).isNull();
        assertThat(records.openBills(lot.code)).containsExactly(bill);
        assertThat(records.billsOf(lot.code, "U" + id)).containsExactly(bill);

        assertThat(records.consume(bill.id(), 7)).isTrue();
        assertThat(records.consume(bill.id(), 7)).isTrue();
        assertThat(records.consume(bill.id(), 8)).isFalse();
        assertThat(records.openBills(lot.code)).isEmpty();
        assertThat(records.bill(bill.id()).orElseThrow().consumedBy()).isEqualTo(7);
    }

    @Test
    void aPaymentRequestThatIsNoRegisteredTestIsRefusedAndNotKept() {
        when(desk.admit(lot.code, TestLot.PLATE)).thenReturn(new Admission.Refused("该车牌未登记为测试车辆，请向生产环境申请扣款"));

        Answer answer = lot.send("applyPayment", lot.data("applyPayment", id));

        assertThat(answer).returns(200, Answer::status).returns(403, Answer::code);
        assertThat(answer.msg()).isEqualTo("该车牌未登记为测试车辆，请向生产环境申请扣款");
        assertThat(records.billByNo(lot.code, id)).isEmpty();
        assertThat(traffic.of(lot.code))
                .singleElement()
                .returns(answer.msg(), CallSeen::lastError)
                .returns(false, CallSeen::correct)
                .returns(0, CallSeen::okCount);

        when(desk.admit(lot.code, TestLot.PLATE)).thenReturn(new Admission.Admitted());
        assertThat(lot.send("applyPayment", lot.data("applyPayment", id)).code())
                .isEqualTo(200);
        assertThat(traffic.of(lot.code)).singleElement().returns(true, CallSeen::correct);
    }

    @Test
    void aBillThatWasTakenInIsAnsweredTheSameWhenTheTestIsOver() {
        lot.send("applyPayment", lot.data("applyPayment", id));
        when(desk.admit(any(), any())).thenReturn(new Admission.Refused("停车场已正式接入"));

        assertThat(lot.send("applyPayment", lot.data("applyPayment", id)).code())
                .isEqualTo(200);
    }

    @Test
    void theResultOfABillIsUndecidedThenDecidedThenConfirmed() {
        lot.send("applyPayment", lot.data("applyPayment", id));
        Bill bill = records.billByNo(lot.code, id).orElseThrow();

        Answer undecided = lot.send("getPayResult", lot.data("getPayResult", id));
        assertThat(undecided.code()).isEqualTo(200);
        assertThat(undecided.data().path("payStatus").asInt(-1)).isZero();

        when(desk.payResult(bill)).thenReturn(Optional.of(new PayResult(true, 500, clock.instant(), "4200001", 4, "")));
        Answer decided = lot.send("getPayResult", lot.data("getPayResult", id));
        assertThat(decided.data().path("payStatus").asInt()).isEqualTo(1);
        assertThat(decided.data().path("actualPay").asInt()).isEqualTo(500);
        assertThat(decided.data().path("discountAmount").asInt(-1)).isZero();
        assertThat(decided.data().path("orderCode").asText()).isEqualTo("4200001");
        assertThat(decided.data().path("payType").asInt()).isEqualTo(101);
        assertThat(decided.data().path("dealTime").asText()).isEqualTo("2026-11-23 09:00:00");

        String requestId = decided.data().path("requestId").asText();
        assertThat(lot.send("getPayResult", lot.data("getPayResult", id))
                        .data()
                        .path("requestId")
                        .asText())
                .isEqualTo(requestId);
        assertThat(confirm("confirmPayResult", requestId)).isEqualTo(200);
        assertThat(confirm("confirmPayResult", requestId)).isEqualTo(200);
        assertThat(confirmedAt(requestId)).isEqualTo(1);
    }

    @Test
    void aPublishedRefusalIsPolledWithItsReason() {
        lot.send("applyPayment", lot.data("applyPayment", id));
        Bill bill = records.billByNo(lot.code, id).orElseThrow();
        PayResult refusal = new PayResult(false, 0, clock.instant(), "", 4, "核对未通过：缺少出场照片");
        outbox.publish(bill, refusal);
        outbox.publish(bill, refusal);

        Answer answer = lot.send("getPayResult", lot.data("getPayResult", id));

        assertThat(answer.msg()).isEqualTo("核对未通过：缺少出场照片");
        assertThat(answer.data().path("payStatus").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM lot_message WHERE bill_id = ?")
                        .param(bill.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theResultOfABillThatWasNeverTakenInIsRefused() {
        Answer answer = lot.send("getPayResult", lot.data("getPayResult", id));

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.msg()).startsWith("billID（账单编号）不存在");
    }

    @Test
    void aSignedPlateMayLeaveFirstAndTheLotConfirmsIt() {
        when(desk.departureInfo(lot.code, TestLot.PLATE)).thenReturn(new DepartureInfo(true, true, 5000, ""));

        Answer answer = lot.send("getDeparturePayInfo", lot.data("getDeparturePayInfo", id));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.data().path("noSense").asInt()).isEqualTo(1);
        assertThat(answer.data().path("departurePay").asInt()).isEqualTo(1);
        assertThat(answer.data().path("moneyLimit").asInt()).isEqualTo(5000);
        String requestId = answer.data().path("requestId").asText();
        assertThat(departureRequestId()).isEqualTo(requestId);
        assertThat(confirm("confirmDeparturePayInfo", requestId)).isEqualTo(200);
        assertThat(confirm("confirmDeparturePayInfo", requestId)).isEqualTo(200);
        assertThat(confirmedAt(requestId)).isEqualTo(1);
        assertThat(departureRequestId()).isNotEqualTo(requestId);
        assertThat(confirm("confirmPayResult", requestId)).isEqualTo(400);
    }

    @Test
    void anyOtherPlateMustPayBeforeItLeavesAndTheReasonIsGiven() {
        when(desk.departureInfo(lot.code, TestLot.PLATE)).thenReturn(new DepartureInfo(false, false, 9, "该车牌未登记为测试车辆"));

        Answer answer = lot.send("getDeparturePayInfo", lot.data("getDeparturePayInfo", id));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.msg()).isEqualTo("该车牌未登记为测试车辆");
        assertThat(answer.data().path("departurePay").asInt(-1)).isZero();
        assertThat(answer.data().path("moneyLimit").asInt(-1)).isZero();
        assertThat(answer.data().has("requestId")).isFalse();
    }

    @Test
    void anotherLotCannotConfirmAMessage() {
        when(desk.departureInfo(lot.code, TestLot.PLATE)).thenReturn(new DepartureInfo(true, true, 5000, ""));
        String requestId = departureRequestId();
        TestLot other = lots.connected();

        Answer answer = other.send("confirmDeparturePayInfo", other.data("confirmDeparturePayInfo", requestId));

        assertThat(answer.code()).isEqualTo(403);
        assertThat(confirmedAt(requestId)).isZero();
    }

    @Test
    void aClaimOfPaymentIsKeptAndDecidesNothing() {
        lot.send("applyPayment", lot.data("applyPayment", id));

        Answer answer = lot.send("uploadPayRecord", lot.data("uploadPayRecord", id));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT actual_pay FROM pay_claim WHERE lot_code = ? AND bill_no = ?")
                        .params(lot.code, id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
        assertThat(lot.send("getPayResult", lot.data("getPayResult", id))
                        .data()
                        .path("payStatus")
                        .asInt(-1))
                .isZero();
        assertThat(records.billByNo(lot.code, id).orElseThrow().payStatus()).isZero();
    }

    @Test
    void aStateThatComesLateDoesNotReplaceANewerOne() {
        Map<String, Object> newer = lot.data("uploadParkingState", id);
        Map<String, Object> older = lot.data("uploadParkingState", id);
        older.put("uploadTime", lot.at(Duration.ofHours(-1)));
        older.put("freeBerthNum", 1);

        lot.send("uploadParkingState", newer);
        assertThat(lot.send("uploadParkingState", older).code()).isEqualTo(200);

        assertThat(jdbc.sql("SELECT free_berths FROM parking_state WHERE lot_code = ?")
                        .param(lot.code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(117);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploadFee",
                "uploadAbnormalBill",
                "checkDailyBill",
                "uploadCheckRecord",
                "downUID",
                "uploadMonthlyFee"
            })
    void callsOfLaterStagesAreNamedAsUnsupported(String call) {
        Answer answer = lot.send(call, lot.data(call, id));

        assertThat(answer).returns(200, Answer::status).returns(501, Answer::code);
        assertThat(answer.msg()).isEqualTo("测试接入阶段不支持");
    }

    private String departureRequestId() {
        return lot.send("getDeparturePayInfo", lot.data("getDeparturePayInfo", id))
                .data()
                .path("requestId")
                .asText();
    }

    private int confirm(String call, String requestId) {
        return lot.send(call, lot.data(call, requestId)).code();
    }

    private int confirmedAt(String requestId) {
        return jdbc.sql("SELECT count(*) FROM lot_message WHERE request_id = ? AND confirmed_at IS NOT NULL")
                .param(requestId)
                .query(Integer.class)
                .single();
    }
}

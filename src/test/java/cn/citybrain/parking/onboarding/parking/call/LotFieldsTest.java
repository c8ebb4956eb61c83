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
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every mandatory field left out, and every field with something that it cannot be: the answer names the field. */
@CityBrainTest
class LotFieldsTest {

    @Autowired
    TestLots lots;

    @Autowired
    PaymentDesk desk;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

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
    }

    @ParameterizedTest
    @CsvSource({
        "uploadParkingInfo,parkingName,停车场名称",
        "uploadParkingInfo,uploadTime,上传时间",
        "uploadParkingState,uploadTime,上传时间",
        "uploadHeartbeat,uploadTime,上传时间",
        "uploadCarInData,uid,停车记录编号",
        "uploadCarInData,arriveTime,入场时间",
        "uploadCarInData,uploadTime,上传时间",
        "uploadCarOutData,uid,停车记录编号",
        "uploadCarOutData,arriveTime,入场时间",
        "uploadCarOutData,endTime,出场时间",
        "uploadCarOutData,uploadTime,上传时间",
        "uploadPhoto,uid,停车记录编号",
        "uploadPhoto,time,拍摄时间",
        "uploadPhoto,type,照片类型",
        "uploadPhoto,file,照片内容",
        "uploadPhoto,uploadTime,上传时间",
        "applyPayment,uid,停车记录编号",
        "applyPayment,plateNo,车牌号",
        "applyPayment,arriveTime,入场时间",
        "applyPayment,endTime,出场时间",
        "applyPayment,billID,账单编号",
        "applyPayment,billTime,账单时间",
        "applyPayment,shouldPay,应付金额",
        "getPayResult,billID,账单编号",
        "getDeparturePayInfo,plateNo,车牌号",
        "confirmPayResult,requestId,消息编号",
        "confirmPayResult,success,处理结果",
        "confirmDeparturePayInfo,requestId,消息编号",
        "confirmDeparturePayInfo,success,处理结果",
        "uploadPayRecord,billID,账单编号",
        "uploadPayRecord,uid,停车记录编号",
        "uploadPayRecord,uploadTime,上传时间",
        "uploadParkingInfo,parkingCode,停车场编号",
        "uploadParkingState,parkingCode,停车场编号",
        "uploadHeartbeat,parkingCode,停车场编号",
        "uploadCarInData,parkingCode,停车场编号",
        "uploadCarOutData,parkingCode,停车场编号",
        "applyPayment,parkingCode,停车场编号",
        "getPayResult,parkingCode,停车场编号",
        "getDeparturePayInfo,parkingCode,停车场编号",
        "uploadPayRecord,parkingCode,停车场编号",
    })
    void aMissingFieldIsNamed(String call, String key, String label) {
        Map<String, Object> data = lot.data(call, id);
        data.remove(key);
        Answer missing = lot.send(call, data);
        data.put(key, " ");
        Answer blank = lot.send(call, data);
        data.put(key, null);
        Answer nothing = lot.send(call, data);

        assertThat(missing).returns(200, Answer::status).returns(400, Answer::code);
        assertThat(missing.msg()).isEqualTo(key + "（" + label + "）不能为空");
        assertThat(blank).isEqualTo(missing);
        assertThat(nothing).isEqualTo(missing);
        assertThat(recordsOf(lot)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploadHeartbeat|uploadTime|2026-02-30 08:00:00|上传时间",
                "uploadCarInData|uid|has a space|停车记录编号",
                "uploadCarInData|uid|12345678901234567890123456789012345678901234567890123456789012345|停车记录编号",
                "uploadCarInData|plateNo|浙A|车牌号",
                "uploadCarInData|plateNo|A12345|车牌号",
                "uploadCarInData|plateNo|浙A1234I|车牌号",
                "uploadCarInData|arriveTime|20261123|入场时间",
                "uploadCarInData|arriveTime|1999-12-31 23:59:59|入场时间",
                "uploadCarOutData|endTime|yesterday|出场时间",
                "uploadPhoto|type|3|照片类型",
                "uploadPhoto|file|not Base64!|照片内容",
                "uploadPhoto|file|iVBORw0KGgo=|照片内容",
                "applyPayment|shouldPay|5.5|应付金额",
                "applyPayment|shouldPay|99999999999|应付金额",
                "applyPayment|billTime|2026-11-23 25:00:00|账单时间",
                "confirmPayResult|success|maybe|处理结果",
                "getDeparturePayInfo|plateNo|?A12345|车牌号",
            })
    void aMalformedFieldIsNamed(String call, String key, String value, String label) {
        Map<String, Object> data = lot.data(call, id);
        data.put(key, value);
        if (key.equals("shouldPay")) {
            data.remove("shouldpay");
        }

        Answer answer = lot.send(call, data);

        assertThat(answer).returns(200, Answer::status).returns(400, Answer::code);
        assertThat(answer.msg()).startsWith(key.replace("shouldpay", "shouldPay") + "（" + label + "）");
        assertThat(recordsOf(lot)).isZero();
    }

    /** Kept as sent, said to the vendor, and no reason to lose the record. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploadParkingInfo|priceType|4|定价类型",
                "uploadParkingInfo|parkingLocate|3|停车场位置",
                "uploadParkingInfo|bmapX|east|百度经度",
                "uploadParkingState|totalBerthNum|-1|总泊位数",
                "uploadParkingState|freeBerthNum|many|空闲泊位数",
                "uploadCarInData|plateColor|6|车牌颜色",
                "uploadCarInData|parkingType|5|停车类型",
                "uploadCarOutData|shouldpay|12.50|应付金额",
                "uploadCarOutData|shouldPay|-1|应付金额",
                "uploadCarOutData|chargeFee|100000000|停车费用",
                "uploadCarOutData|paidType|cash|支付方式",
                "applyPayment|payStatus|paid|支付状态",
                "uploadPayRecord|actualPay|five|实付金额",
                "uploadPayRecord|dealTime|20261323000000|交易时间",
                "uploadCarInData|freeBerthNum|-1|空闲泊位数",
                "uploadCarInData|parkingType|0|停车类型",
                "uploadCarInData|plateColor|0|车牌颜色",
                "uploadCarInData|plateColor|蓝|车牌颜色",
                "uploadCarOutData|dealTime|none|交易时间",
                "uploadPhoto|photoID|has a space|照片编号",
                "applyPayment|uploadTime|2099-12-31 00:00:00|上传时间",
            })
    void anOddFieldThatNeedNotBeThereIsKeptAndSaid(String call, String key, String value, String label) {
        Map<String, Object> data = lot.data(call, id);
        data.put(key, value);
        if (key.equals("shouldPay")) {
            data.remove("shouldpay");
        }

        Answer answer = lot.send(call, data);

        assertThat(answer).returns(200, Answer::status).returns(200, Answer::code);
        assertThat(answer.msg()).startsWith("成功");
        assertThat(traffic.of(lot.code)).singleElement().satisfies(seen -> {
            assertThat(seen.correct()).isTrue();
            assertThat(seen.warningCount()).isEqualTo(1);
            assertThat(seen.lastWarning()).startsWith(key.replace("shouldpay", "shouldPay") + "（" + label + "）");
            assertThat(seen.lastError()).isNull();
        });
        assertThat(contents()).allSatisfy(content -> assertThat(content).contains(value));
    }

    /** Of a record, of a description, or of a state. */
    private List<String> contents() {
        return jdbc.sql("SELECT content FROM lot_record WHERE lot_code = :lot"
                        + " UNION ALL SELECT content FROM parking_info WHERE lot_code = :lot"
                        + " UNION ALL SELECT content FROM parking_state WHERE lot_code = :lot")
                .param("lot", lot.code)
                .query(String.class)
                .list();
    }

    @Test
    void aWholeAmountIsTakenHoweverItIsWritten() {
        Map<String, Object> data = lot.data("applyPayment", id);
        data.put("shouldPay", 500.0);

        assertThat(lot.send("applyPayment", data).code()).isEqualTo(200);
        assertThat(records.billByNo(lot.code, id).orElseThrow().amount()).isEqualTo(500);
        data.put("shouldPay", "500.00");
        assertThat(lot.send("applyPayment", data).code()).as("the same bill").isEqualTo(200);
        data.put("shouldPay", "500");
        assertThat(lot.send("applyPayment", data).code()).as("the same bill").isEqualTo(200);
        assertThat(records.billByNo(lot.code, id).orElseThrow().amount()).isEqualTo(500);
        assertThat(traffic.of(lot.code)).singleElement().returns(2, CallSeen::warningCount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploadCarOutData|shouldPay|7.0|shouldPay（应付金额）以分为单位，应写成不带小数点的整数，收到“7.0”，已按 7 分读取",
                "uploadCarOutData|chargeFee|\"5.00\"|chargeFee（停车费用）以分为单位，应写成不带小数点的整数，收到“5.00”，已按 5 分读取",
                "uploadPayRecord|actualPay|3.00e0|actualPay（实付金额）以分为单位，应写成不带小数点的整数，收到“3.0”，已按 3 分读取",
                "applyPayment|shouldPay|\" 12.0 \"|shouldPay（应付金额）以分为单位，应写成不带小数点的整数，收到“ 12.0 ”，已按 12 分读取",
                "uploadCarOutData|paidType|\"3.0\"|paidType（支付方式）应写成不带小数点的整数，收到“3.0”，已按 3 读取",
                "uploadParkingState|freeBerthNum|40.0|freeBerthNum（空闲泊位数）应写成不带小数点的整数，收到“40.0”，已按 40 读取",
                "uploadPhoto|type|1.0|type（照片类型）应写成不带小数点的整数，收到“1.0”，已按 1 读取",
            })
    void aWholeNumberWithADecimalPointIsTakenAndItIsSaidHowItWasRead(
            String call, String key, String written, String warning) {
        Map<String, Object> data = lot.data(call, id);
        data.keySet().removeIf(key::equalsIgnoreCase);
        data.put(key, "WRITTEN");
        String plain = lot.write(Map.of("data", data)).replace("\"WRITTEN\"", written);

        assertThat(lot.post(TestLot.path(call), lot.form(plain)).code()).isEqualTo(200);
        assertThat(traffic.of(lot.code)).singleElement().satisfies(seen -> {
            assertThat(seen.correct()).isTrue();
            assertThat(seen.warningCount()).isEqualTo(1);
            assertThat(seen.lastWarning()).isEqualTo(warning);
        });
    }

    @Test
    void aPayStatusThatIsNoneIsNotTakenForUnpaid() {
        Map<String, Object> data = lot.data("applyPayment", id);
        data.put("payStatus", "已支付");

        assertThat(lot.send("applyPayment", data).code()).isEqualTo(200);
        assertThat(records.billByNo(lot.code, id).orElseThrow().payStatus()).isEqualTo(Bill.UNREADABLE);
    }

    @Test
    void aFieldIsKnownInCapitalsAndWithout() {
        Map<String, Object> data = lot.data("uploadPayRecord", id);
        data.put("billid", data.remove("billID"));
        data.put("PLATENO", data.remove("plateNo"));

        assertThat(lot.send("uploadPayRecord", data).code()).isEqualTo(200);
        assertThat(traffic.of(lot.code)).singleElement().returns(0, CallSeen::warningCount);
    }

    @ParameterizedTest
    @CsvSource({"uploadCarInData", "uploadCarOutData", "uploadPayRecord"})
    void aPlateThatTheCameraLeftEmptyIsNoneAndOneThatIsLeftOutIsNamed(String call) {
        Map<String, Object> data = lot.data(call, id);
        data.remove("plateNo");
        assertThat(lot.send(call, data).msg()).isEqualTo("plateNo（车牌号）不能为空");

        data.put("plateNo", " ");
        assertThat(lot.send(call, data).code()).isEqualTo(200);
        assertThat(traffic.of(lot.code)).singleElement().satisfies(seen -> assertThat(seen.lastWarning())
                .contains("plateNo（车牌号）为空，按无牌车收下"));
    }

    @ParameterizedTest
    @CsvSource({"uid", "plateNo", "arriveTime"})
    void aStructureIsNoValue(String key) {
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put(key, Map.of("a", 1));

        assertThat(lot.send("uploadCarInData", data).msg()).startsWith(key + "（");
    }

    @ParameterizedTest
    @CsvSource({
        "浙A12345,浙A12345",
        "浙·A12345,浙A12345",
        "浙a12345,浙A12345",
        "浙Ａ１２３４５,浙A12345",
        "浙 A12345,浙A12345",
        "浙A12345D,浙A12345D",
        "京A1234警,京A1234警",
        "粤Z1234港,粤Z1234港",
        "使014578,使014578",
        "无牌车20261123001,无牌车",
        "未识别,无牌车",
        "_无_,无牌车",
        "000000,无牌车",
        "临A12345,无牌车",
    })
    void platesAreKeptInOneSpelling(String sent, String kept) {
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put("plateNo", sent);

        assertThat(lot.send("uploadCarInData", data).code()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT entry_plate FROM stay WHERE lot_code = ?")
                        .param(lot.code)
                        .query(String.class)
                        .single())
                .isEqualTo(kept);
        assertThat(records.stay(lot.code, id).orElseThrow().plateSent()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"10,200", "11,400"})
    void anUploadTimeMayBeTenMinutesAhead(int minutes, int expected) {
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put("uploadTime", lot.at(Duration.ofMinutes(minutes)));

        Answer answer = lot.send("uploadCarInData", data);

        assertThat(answer.code()).isEqualTo(expected);
        assertThat(answer.msg().contains("uploadTime（上传时间）")).isEqualTo(expected == 400);
    }

    private int recordsOf(TestLot lot) {
        return jdbc.sql("SELECT count(*) FROM lot_record WHERE lot_code = ?")
                .param(lot.code)
                .query(Integer.class)
                .single();
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clients really send: photos without numbers and lots, numbers used twice, other charsets. */
@CityBrainTest
class OddRecordsTest {

    @Autowired
    TestLots lots;

    @Autowired
    AccessKeys keys;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

    @Autowired
    PaymentDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    TestLot lot;
    String uid;

    @BeforeEach
    void aLot() {
        clock.reset();
        lot = lots.connected();
        uid = "U" + UUID.randomUUID();
    }

    // photos

    /** uid, time, type, name, file, uploadTime and nothing else. */
    private Map<String, Object> photo(String uid, int type, int size) {
        Map<String, Object> photo = new LinkedHashMap<>();
        photo.put("uid", uid);
        photo.put("time", lot.entered() + ".0");
        photo.put("type", type);
        photo.put("name", type + ".jpg");
        photo.put("file", TestLot.jpeg(size));
        photo.put("uploadTime", lot.left());
        return photo;
    }

    @Test
    void aPhotoWithoutLotAndNumberIsOneOfItsVisit() {
        assertThat(lot.send("uploadPhoto", photo(uid, 1, 2000)).code()).isEqualTo(200);
        assertThat(lot.send("uploadPhoto", photo(uid, 2, 3000)).code()).isEqualTo(200);
        assertThat(lot.send("uploadPhoto", photo(uid, 2, 3000)).code())
                .as("the same again")
                .isEqualTo(200);

        assertThat(records.stay(lot.code, uid).orElseThrow())
                .returns(true, stay -> stay.entryPhoto())
                .returns(true, stay -> stay.exitPhoto());
        Map<String, Object> later = photo(uid, 2, 3000);
        later.put("time", lot.left());
        later.put("name", "again.jpg");
        assertThat(lot.send("uploadPhoto", later).code())
                .as("the same picture with the time of sending")
                .isEqualTo(200);
        assertThat(photos()).isEqualTo(2);
        assertThat(lot.send("uploadPhoto", photo(uid, 2, 3001)).code())
                .as("a second picture of the exit")
                .isEqualTo(200);
        assertThat(photos()).isEqualTo(3);
        assertThat(seen()).returns(0, CallSeen::warningCount);
    }

    @Test
    void aPhotoOfSeveralLotsOfOneAccessIdIsOfTheOneThatReportedTheVisit() {
        String second = "S" + UUID.randomUUID().toString().substring(0, 12);
        keys.register(second, lot.accessId, LotKeys.publicPem("lot-1024"), "vendor-test");
        Map<String, Object> entry = lot.data("uploadCarInData", uid);
        entry.put("parkingCode", second);
        lot.send("uploadCarInData", entry);

        assertThat(lot.send("uploadPhoto", photo(uid, 1, 2000)).code()).isEqualTo(200);
        assertThat(records.stay(second, uid).orElseThrow().entryPhoto()).isTrue();

        String early = lot.code + "0120261123080000";
        assertThat(lot.send("uploadPhoto", photo(early, 1, 2000)).code())
                .as("before its entry, by the lot's number in its uid")
                .isEqualTo(200);
        assertThat(records.stay(lot.code, early).orElseThrow().entryPhoto()).isTrue();

        Answer nobodys = lot.send("uploadPhoto", photo("X" + uid, 1, 2000));
        assertThat(nobodys.code()).isEqualTo(400);
        assertThat(nobodys.msg()).startsWith("parkingCode（停车场编号）为空").contains("请填写 parkingCode");
    }

    @Test
    void aPhotoOfSomebodyElsesVisitIsNotTakenForMine() {
        TestLot other = lots.connected();
        other.send("uploadCarInData", other.data("uploadCarInData", uid));

        assertThat(lot.send("uploadPhoto", photo(uid, 1, 2000)).code()).isEqualTo(200);

        assertThat(records.stay(other.code, uid).orElseThrow().entryPhoto()).isFalse();
    }

    @Test
    void aNumberUsedForAnotherVisitIsTakenForThatVisitWithAWarning() {
        String next = "V" + uid;
        assertThat(numbered(uid, 1, 2000)).isEqualTo(200);
        assertThat(seen()).returns(0, CallSeen::warningCount);
        assertThat(numbered(next, 1, 2500)).isEqualTo(200);
        assertThat(seen()).returns(1, CallSeen::warningCount);
        assertThat(seen().lastWarning()).startsWith("photoID（照片编号）已用于另一次停车");
        assertThat(numbered(uid, 2, 2600)).as("the exit of the first").isEqualTo(200);

        assertThat(numbered(uid, 1, 2000)).as("the same again").isEqualTo(200);
        assertThat(numbered(next, 1, 2500)).as("the same again").isEqualTo(200);
        assertThat(photos()).isEqualTo(3);
        assertThat(records.photo(lot.code, next, 1))
                .hasValueSatisfying(photo -> assertThat(photo).hasSize(2500));
        assertThat(records.photo(lot.code, uid, 2))
                .hasValueSatisfying(photo -> assertThat(photo).hasSize(2600));

        assertThat(numbered(uid, 1, 2001)).as("another picture under it").isEqualTo(409);
        assertThat(numbered(next, 1, 2501)).as("another picture under it").isEqualTo(409);
        assertThat(photos()).isEqualTo(3);
    }

    private int numbered(String visit, int type, int size) {
        Map<String, Object> photo = photo(visit, type, size);
        photo.put("parkingCode", lot.code);
        photo.put("photoID", "P1");
        return lot.send("uploadPhoto", photo).code();
    }

    private int photos() {
        return jdbc.sql("SELECT count(*) FROM photo WHERE lot_code = ?")
                .param(lot.code)
                .query(Integer.class)
                .single();
    }

    // texts

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void aTextIsReadInTheCharsetsOfChina(String charset) {
        Map<String, Object> data = lot.data("uploadCarInData", uid);
        data.put("gateNo", "东门（地库）㐂".substring(0, charset.equals("GBK") ? 6 : 7));

        assertThat(sent(lot.write(Map.of("data", data)), charset).code()).isEqualTo(200);

        assertThat(records.stay(lot.code, uid).orElseThrow().plateNo()).isEqualTo(TestLot.PLATE);
        assertThat(jdbc.sql("SELECT content FROM lot_record WHERE lot_code = ?")
                        .param(lot.code)
                        .query(String.class)
                        .single())
                .contains((String) data.get("gateNo"));
    }

    @Test
    void aRefusalOfATextThatIsNotUtf8NamesTheCharset() {
        Map<String, Object> data = lot.data("uploadCarInData", uid);
        data.put("plateNo", "浙A1");

        Answer gbk = sent(lot.write(Map.of("data", data)), "GBK");
        assertThat(gbk.code()).isEqualTo(400);
        assertThat(gbk.msg()).startsWith("plateNo（车牌号）").contains("GB18030");
        assertThat(seen().lastError()).isEqualTo(gbk.msg());
        assertThat(sent(lot.write(Map.of("data", data)), "UTF-8").msg()).doesNotContain("GB18030");
    }

    @Test
    void aTextInNoCharsetIsRefusedAndNotGuessed() {
        byte[] broken = "{\"data\":{\"uid\":\"?\"}}".getBytes(StandardCharsets.US_ASCII);
        broken[16] = (byte) 0xFF;

        Answer answer = lot.post(TestLot.path("uploadCarInData"), lot.form(broken));

        assertThat(answer).returns(200, Answer::status).returns(400, Answer::code);
        assertThat(answer.msg()).contains("UTF-8", "GB18030");
    }

    @Test
    void aByteOrderMarkIsNoJson() {
        String inner = "\uFEFF" + lot.write(lot.data("uploadCarInData", uid));

        assertThat(sent("\uFEFF" + lot.write(Map.of("data", inner)), "UTF-8").code())
                .isEqualTo(200);
    }

    private Answer sent(String plain, String charset) {
        return lot.post("/tcjg/api/uploadCarInData", lot.form(plain.getBytes(Charset.forName(charset))));
    }

    // plates

    @Test
    void aLotIsToldOfAVehicleInItsOwnSpelling() {
        when(desk.departureInfo(any(), any())).thenReturn(new DepartureInfo(true, true, 5000, ""));
        Map<String, Object> question = lot.data("getDeparturePayInfo", uid);
        question.put("plateNo", "浙A·D12345");

        Answer answer = lot.send("getDeparturePayInfo", question);

        assertThat(answer.data().path("plateNo").asText()).isEqualTo("浙A·D12345");
    }

    @Test
    void aPromiseAfterAnEntryAndItsTakingBackAreAboutThePlateHoweverItIsSpelled() {
        when(desk.promise(any(), any())).thenReturn(Optional.of(new DepartureInfo(true, true, 5000, "")));
        Map<String, Object> entry = lot.data("uploadCarInData", uid);
        entry.put("plateNo", "浙A·D12345");
        lot.send("uploadCarInData", entry);
        Map<String, Object> next = lot.data("uploadCarInData", "V" + uid);
        next.put("plateNo", "浙a-d12345");
        lot.send("uploadCarInData", next);

        assertThat(messages("withdrawn_at IS NOT NULL")).singleElement().satisfies(message -> assertThat(message)
                .contains("浙A·D12345"));
        assertThat(messages("withdrawn_at IS NULL")).singleElement().satisfies(message -> assertThat(message)
                .contains("浙a-d12345"));
    }

    private List<String> messages(String state) {
        return jdbc.sql("SELECT content FROM lot_message WHERE lot_code = ? AND " + state)
                .param(lot.code)
                .query(String.class)
                .list();
    }

    @Test
    void theSamePlateInAnotherSpellingIsTheSameRecord() {
        lot.send("uploadCarInData", lot.data("uploadCarInData", uid));
        for (String spelling : List.of("浙a·d12345", "浙ＡＤ１２３４５", "浙 AD 12345")) {
            Map<String, Object> again = lot.data("uploadCarInData", uid);
            again.put("plateNo", spelling);
            assertThat(lot.send("uploadCarInData", again).code()).as(spelling).isEqualTo(200);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM record_conflict WHERE lot_code = ?")
                        .param(lot.code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFieldThatTheInterfaceDoesNotHaveIsNamedAndNotKept() {
        Map<String, Object> data = lot.data("uploadCarInData", uid);
        data.put("ownerPhone", "13800138000");

        assertThat(lot.send("uploadCarInData", data).code()).isEqualTo(200);
        assertThat(seen().lastWarning()).contains("ownerPhone").doesNotContain("13800138000");
    }

    private CallSeen seen() {
        return traffic.of(lot.code).stream().reduce((one, other) -> other).orElseThrow();
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that come twice, changed, at once, or when nothing can be stored. */
@CityBrainTest
class LotRepetitionsTest {

    @Autowired
    TestLots lots;

    @Autowired
    ParkingRecords records;

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
    }

    @Test
    void theSameRecordWithANewUploadTimeAndOtherSpellingsIsTheSame() {
        Map<String, Object> data = lot.data("uploadCarOutData", id);
        lot.send("uploadCarOutData", data);
        Map<String, Object> again = lot.data("uploadCarOutData", id);
        again.put("uploadTime", lot.at(Duration.ofMinutes(3)));
        again.put("freeBerthNum", 5);
        again.put("shouldPay", again.remove("shouldpay"));
        again.put("arriveTime", lot.entered().replaceAll("[^0-9]", ""));
        again.put("operatorCode", null);

        assertThat(lot.send("uploadCarOutData", again).code()).isEqualTo(200);
        assertThat(conflicts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploadCarInData", "uploadCarOutData", "uploadPayRecord"})
    void aVehicleWithoutAPlateIsTheSameInWhateverWords(String call) {
        for (String words : List.of("无牌车", "未识别", "临A12345", "", "无牌车0007", "_无_")) {
            Map<String, Object> data = lot.data(call, id);
            data.put("plateNo", words);
            assertThat(lot.send(call, data).code()).as(words).isEqualTo(200);
        }
        assertThat(conflicts()).isZero();
        assertThat(count("lot_record")).isEqualTo(1);

        assertThat(lot.send(call, lot.data(call, id)).code()).as("with a plate").isEqualTo(409);
    }

    /** Its digest was made of the lot's words: this one is of the record below, as it was computed then. */
    @Test
    void aVehicleWithoutAPlateThatAnEarlierVersionKeptIsKnownAgain() {
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put("plateNo", "未识别");
        lot.send("uploadCarInData", data);
        Map<String, Object> statement = new TreeMap<>(data);
        statement.keySet().removeAll(Set.of("uploadTime", "totalBerthNum", "openBerthNum", "freeBerthNum"));
        jdbc.sql("UPDATE lot_record SET digest = ? WHERE lot_code = ?")
                .params(Sha256.of(lot.write(statement)), lot.code)
                .update();

        assertThat(lot.send("uploadCarInData", data).code()).isEqualTo(200);
        data.put("plateNo", "无牌车");
        assertThat(lot.send("uploadCarInData", data).code()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "uploadCarInData,plateNo,浙B99999",
        "uploadCarOutData,shouldpay,1",
        "uploadPhoto,file,/9j/AAAA",
        "applyPayment,shouldPay,501",
        "uploadPayRecord,actualPay,1",
    })
    void theSameIdWithOtherContentIsRefusedAndKeptAsEvidence(String call, String key, String value) {
        assertThat(lot.send(call, lot.data(call, id)).code()).isEqualTo(200);
        Map<String, Object> other = lot.data(call, id);
        other.put(key, value);

        Answer first = lot.send(call, other);
        Answer second = lot.send(call, other);

        assertThat(first).returns(200, Answer::status).returns(409, Answer::code);
        assertThat(first.msg()).contains(id).contains("内容不同");
        assertThat(second).isEqualTo(first);
        assertThat(conflicts()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT content FROM record_conflict WHERE lot_code = ?")
                        .param(lot.code)
                        .query(String.class)
                        .single())
                .contains(key.equals("file") ? "\"file\"" : value);
    }

    @Test
    void whatCameFirstStays() {
        lot.send("uploadCarInData", lot.data("uploadCarInData", id));
        lot.send("applyPayment", lot.data("applyPayment", id));
        Map<String, Object> entry = lot.data("uploadCarInData", id);
        entry.put("plateNo", "浙B99999");
        Map<String, Object> bill = lot.data("applyPayment", id);
        bill.put("shouldPay", 1);

        lot.send("uploadCarInData", entry);
        lot.send("applyPayment", bill);

        assertThat(records.stay(lot.code, id).orElseThrow().plateNo()).isEqualTo(TestLot.PLATE);
        assertThat(records.billByNo(lot.code, id).orElseThrow().amount()).isEqualTo(500);
    }

    @Test
    void theSameIdAtAnotherLotIsAnotherRecord() {
        TestLot other = lots.connected();
        lot.send("uploadCarInData", lot.data("uploadCarInData", id));
        Map<String, Object> data = other.data("uploadCarInData", id);
        data.put("plateNo", "浙B99999");

        assertThat(other.send("uploadCarInData", data).code()).isEqualTo(200);
        assertThat(records.stay(lot.code, id).orElseThrow().plateNo()).isEqualTo(TestLot.PLATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploadCarInData", "uploadCarOutData", "uploadPhoto", "applyPayment", "uploadPayRecord"})
    void eightAtOnceAreOne(String call) throws Exception {
        Map<String, Object> data = lot.data(call, id);

        List<Answer> answers = atOnce(8, i -> lot.send(call, data));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.code()).isEqualTo(200));
        assertThat(count("lot_record")).isEqualTo(1);
        assertThat(count("stay") + count("bill") + count("pay_claim")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT ok_count FROM lot_traffic WHERE lot_code = ?")
                        .param(lot.code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void entryExitAndPhotoAtOnceMeetInOneStay() throws Exception {
        List<String> calls = List.of("uploadCarInData", "uploadCarOutData", "uploadPhoto");

        List<Answer> answers = atOnce(9, i -> {
            Map<String, Object> data = lot.data(calls.get(i % 3), id);
            data.put("uid", id);
            return lot.send(calls.get(i % 3), data);
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.code()).isEqualTo(200));
        assertThat(count("stay")).isEqualTo(1);
        assertThat(records.stay(lot.code, id).orElseThrow()).satisfies(stay -> {
            assertThat(stay.enteredAt()).isNotNull();
            assertThat(stay.leftAt()).isNotNull();
            assertThat(stay.entryPhoto()).isTrue();
        });
    }

    @Test
    void oneBillWithEightContentsIsOneBillAndSevenConflicts() throws Exception {
        List<Answer> answers = atOnce(8, i -> {
            Map<String, Object> data = lot.data("applyPayment", id);
            data.put("shouldPay", 500 + i);
            return lot.send("applyPayment", data);
        });

        assertThat(answers.stream().filter(answer -> answer.code() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.code() == 409)).hasSize(7);
        assertThat(count("bill")).isEqualTo(1);
        assertThat(conflicts()).isEqualTo(7);
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledged() {
        when(desk.admit(any(), any())).thenThrow(new DataAccessResourceFailureException("disk full"));

        Answer answer = lot.send("applyPayment", lot.data("applyPayment", id));

        assertThat(answer).returns(503, Answer::status).returns(503, Answer::code);
        assertThat(answer.msg()).isEqualTo("平台暂时无法保存，请稍后重试");
        assertThat(count("lot_record")).isZero();
    }

    @Test
    void whatCannotBeAnsweredIsNotAcknowledged() {
        when(desk.admit(any(), any())).thenThrow(new IllegalStateException("broken"));

        Answer answer = lot.send("applyPayment", lot.data("applyPayment", id));

        assertThat(answer).returns(503, Answer::status).returns(500, Answer::code);
        assertThat(count("lot_record")).isZero();
    }

    @Test
    void nothingButTheFieldsOfTheSpecificationIsKeptAndPhotosNotInTheClear() {
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put("ownerPhone", "13800138000");
        lot.send("uploadCarInData", data);
        lot.send("uploadPhoto", lot.data("uploadPhoto", id));

        assertThat(jdbc.sql("SELECT content FROM lot_record WHERE lot_code = ?")
                        .param(lot.code)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(content -> content.contains("13800138000") || content.contains("/9j/"));
        byte[] stored = jdbc.sql("SELECT content FROM photo WHERE lot_code = ?")
                .param(lot.code)
                .query((row, n) -> row.getBytes("content"))
                .single();
        assertThat(stored).hasSizeGreaterThan(2000);
        assertThat(stored[0]).isNotEqualTo((byte) 0xFF);
    }

    private interface Sending {
        Answer send(int i) throws Exception;
    }

    private static List<Answer> atOnce(int times, Sending sending) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> sending.send(number));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private int conflicts() {
        return count("record_conflict");
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE lot_code = ?")
                .param(lot.code)
                .query(Integer.class)
                .single();
    }
}

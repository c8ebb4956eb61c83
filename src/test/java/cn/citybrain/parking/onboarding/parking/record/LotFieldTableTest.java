package cn.citybrain.parking.onboarding.parking.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.PayResult;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.call.LotCallHandler;
import cn.citybrain.parking.onboarding.parking.call.LotTraffic;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the table of calls and fields over HTTP: a new call or a new field is walked without a word here. */
@Tag("values")
@CityBrainTest
class LotFieldTableTest {

    /** Must name something that is there; any other right value is refused for that. */
    private static final Set<String> REFERENCES = Set.of("parkingCode", "requestId", "getPayResult.billID");

    @Autowired
    TestLots lots;

    @Autowired
    PaymentDesk desk;

    @Autowired
    List<LotCallHandler> handlers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LotTraffic traffic;

    @Autowired
    TestClock clock;

    TestLot lot;

    @BeforeEach
    void aLotUnderTest() {
        clock.reset();
        lot = lots.connected();
        when(desk.admit(any(), any())).thenReturn(new Admission.Admitted());
        when(desk.departureInfo(any(), any())).thenReturn(new DepartureInfo(true, true, 5000, ""));
        when(desk.payResult(any()))
                .thenReturn(Optional.of(new PayResult(true, 500, clock.instant(), "4200001", 4, "")));
    }

    static Stream<LotCall> calls() {
        return Arrays.stream(LotCall.values())
                .filter(call -> !FieldTable.of(call).isEmpty());
    }

    static Stream<Arguments> fields() {
        return calls().flatMap(call -> FieldTable.of(call).stream().map(field -> arguments(call, field.key())));
    }

    @Test
    void everyCallThatIsAnsweredHasFieldsAndNoOtherHas() {
        assertThat(handlers).extracting(LotCallHandler::call).containsExactlyInAnyOrderElementsOf(calls().toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void takesEveryFieldAndTheMandatoryOnesAlone(LotCall call) {
        Map<String, Object> everything = record(call);
        assertThat(lot.send(call.wireName(), everything))
                .returns(200, Answer::status)
                .returns(200, Answer::code);

        Map<String, Object> least = record(call);
        FieldTable.of(call).stream().filter(field -> !field.mandatory()).forEach(field -> least.remove(field.key()));
        assertThat(lot.send(call.wireName(), least))
                .returns(200, Answer::status)
                .returns(200, Answer::code);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldThatIsLeftOutIsNamedIfItIsMandatory(LotCall call, String key) {
        LotField field = field(call, key);
        for (int way = 0; way < 4; way++) {
            Map<String, Object> record = record(call);
            switch (way) {
                case 0 -> record.remove(key);
                case 1 -> record.put(key, null);
                case 2 -> record.put(key, "");
                default -> record.put(key, " \t");
            }
            Answer answer = lot.send(call.wireName(), record);
            assertThat(answer.status()).isEqualTo(200);
            if (field.mandatory() && (way == 0 || !field.orEmpty())) {
                assertThat(answer.code()).isEqualTo(400);
                assertThat(answer.msg()).isEqualTo(field.named() + "不能为空");
            } else {
                assertThat(answer.code()).as(answer.msg()).isEqualTo(200);
            }
        }
    }

    static Stream<Arguments> demanded() {
        return calls().flatMap(call ->
                FieldTable.of(call).stream().filter(LotField::mandatory).map(field -> arguments(call, field.key())));
    }

    static Stream<Arguments> others() {
        return calls().flatMap(call -> FieldTable.of(call).stream()
                .filter(field -> !field.mandatory())
                .map(field -> arguments(call, field.key())));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aFieldThatNeedNotBeThereCostsNoRecordWhateverItIs(LotCall call, String key) {
        LotField field = field(call, key);
        for (Object wrong : FieldSamples.wrong(field.kind())) {
            Map<String, Object> record = record(call);
            record.put(key, wrong);
            int before = warned(call);
            Answer answer = lot.send(call.wireName(), record);
            assertThat(answer).as(shown(wrong)).returns(200, Answer::status).returns(200, Answer::code);
            assertThat(warned(call)).as(shown(wrong)).isEqualTo(before + 1);
            assertThat(seen(call).orElseThrow().lastWarning())
                    .as(shown(wrong))
                    .startsWith(field.named() + field.kind().sentence());
        }
    }

    private int warned(LotCall call) {
        return seen(call).map(CallSeen::warningCount).orElse(0);
    }

    private Optional<CallSeen> seen(LotCall call) {
        return traffic.of(lot.code).stream()
                .filter(seen -> seen.call().equals(call.wireName()))
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aWholeNumberWithADecimalPointIsTakenWithAWarningThatSaysHowItWasRead(LotCall call, String key) {
        LotField field = field(call, key);
        FieldSamples.pointed(field.kind()).forEach((written, read) -> {
            Map<String, Object> record = record(call);
            record.put(key, written);
            int before = warned(call);
            Answer answer = lot.send(call.wireName(), record);
            assertThat(answer).as(shown(written)).returns(200, Answer::status).returns(200, Answer::code);
            assertThat(warned(call)).as(shown(written)).isEqualTo(before + 1);
            assertThat(seen(call).orElseThrow().lastWarning())
                    .as(shown(written))
                    .startsWith(field.named() + (field.kind() == FieldKind.MONEY ? "以分为单位，" : "") + "应写成不带小数点的整数")
                    .endsWith("已按 " + read + (field.kind() == FieldKind.MONEY ? " 分读取" : " 读取"));
        });
    }

    @ParameterizedTest
    @MethodSource("demanded")
    void aFieldThatIsWrongIsNamedWithWhatItShouldBe(LotCall call, String key) {
        LotField field = field(call, key);
        for (Object wrong : FieldSamples.wrong(field.kind())) {
            Map<String, Object> record = record(call);
            record.put(key, wrong);
            int before = stored();
            Answer answer = lot.send(call.wireName(), record);
            assertThat(answer).as(shown(wrong)).returns(200, Answer::status).returns(400, Answer::code);
            assertThat(answer.msg())
                    .as(shown(wrong))
                    .startsWith(field.named() + field.kind().sentence())
                    .containsPattern("\\p{IsHan}");
            assertThat(stored()).as("%s is not kept", shown(wrong)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsTakenUpToItsLimits(LotCall call, String key) {
        if (REFERENCES.contains(key) || REFERENCES.contains(call.wireName() + "." + key)) {
            return;
        }
        for (Object limit : FieldSamples.limits(field(call, key).kind())) {
            Map<String, Object> record = record(call);
            record.put(key, limit);
            Answer answer = lot.send(call.wireName(), record);
            assertThat(answer).as(shown(limit)).returns(200, Answer::status).returns(200, Answer::code);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyFieldThatIsWrongIsNamedAtOnce(LotCall call) {
        Map<String, Object> record = record(call);
        FieldTable.of(call).stream()
                .filter(field -> !Set.of("parkingCode", "requestId").contains(field.key()))
                .filter(LotField::mandatory)
                .forEach(field -> record.put(field.key(), Map.of("a", 1)));

        Answer answer = lot.send(call.wireName(), record);

        assertThat(answer.code()).isEqualTo(400);
        FieldTable.of(call).stream()
                .filter(field -> record.get(field.key()) instanceof Map && field.mandatory())
                .forEach(field -> assertThat(answer.msg()).contains(field.named()));
    }

    @Test
    void halfACharacterIsNamed() {
        Map<String, Object> record = record(LotCall.ENTRY);
        record.put("uid", "HALF");
        String plain = lot.write(Map.of("data", record)).replace("HALF", "a\\ud83d");

        Answer answer = lot.post(TestLot.path("uploadCarInData"), lot.form(plain));

        assertThat(answer).returns(200, Answer::status).returns(400, Answer::code);
        assertThat(answer.msg()).contains("uid（停车记录编号）");
    }

    @Test
    void halfACharacterInAFieldThatNeedNotBeThereIsTakenAsASquare() {
        Map<String, Object> record = record(LotCall.ENTRY);
        record.put("gateNo", "HALF");
        String plain = lot.write(Map.of("data", record)).replace("HALF", "a\\ud83d");

        Answer answer = lot.post(TestLot.path("uploadCarInData"), lot.form(plain));

        assertThat(answer).returns(200, Answer::status).returns(200, Answer::code);
        assertThat(jdbc.sql("SELECT content FROM lot_record WHERE lot_code = ?")
                        .param(lot.code)
                        .query(String.class)
                        .single())
                .contains("a\uFFFD");
    }

    @Test
    void aPhotoThatIsTooBigIsNamed() {
        Map<String, Object> record = record(LotCall.PHOTO);
        record.put("file", TestLot.jpeg(512 * 1024 + 1));

        Answer answer = lot.send("uploadPhoto", record);

        assertThat(answer).returns(200, Answer::status).returns(413, Answer::code);
        assertThat(answer.msg()).isEqualTo("file（照片内容）解码后不能超过 512 KB，请压缩后再上传");
    }

    private static String shown(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cc}", "?");
        return text.length() > 40 ? text.length() + " times " + text.substring(0, 4) : text;
    }

    private static LotField field(LotCall call, String key) {
        return FieldTable.of(call).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** A correct record of its own with every field of the table. */
    private Map<String, Object> record(LotCall call) {
        String id = reference(call, UUID.randomUUID().toString());
        Map<String, Object> record = new LinkedHashMap<>();
        FieldTable.of(call).forEach(field -> record.put(field.key(), FieldSamples.usual(field.kind(), lot)));
        Map<String, Object> given = lot.data(call.wireName(), id);
        given.remove("shouldpay");
        record.forEach((key, value) -> given.putIfAbsent(key, value));
        given.keySet().retainAll(record.keySet());
        given.computeIfPresent("uploadTime", (key, value) -> lot.at(Duration.ZERO));
        return given;
    }

    /** What the record of a call must refer to: a bill, or a message that the platform wrote. */
    private String reference(LotCall call, String id) {
        return switch (call) {
            case PAY_RESULT -> billed(id);
            case PAY_RESULT_CONFIRMATION -> requestId(LotCall.PAY_RESULT, billed(id));
            case DEPARTURE_INFO_CONFIRMATION -> requestId(LotCall.DEPARTURE_INFO, id);
            default -> id;
        };
    }

    private String billed(String id) {
        assertThat(lot.send("applyPayment", lot.data("applyPayment", id)).code())
                .isEqualTo(200);
        return id;
    }

    private String requestId(LotCall question, String id) {
        return lot.send(question.wireName(), lot.data(question.wireName(), id))
                .data()
                .path("requestId")
                .asText();
    }

    private int stored() {
        return jdbc.sql("SELECT (SELECT count(*) FROM lot_record WHERE lot_code = :lot)"
                        + " + (SELECT count(*) FROM lot_message WHERE lot_code = :lot AND confirmed_at IS NOT NULL)"
                        + " + (SELECT count(*) FROM parking_info WHERE lot_code = :lot)"
                        + " + (SELECT count(*) FROM parking_state WHERE lot_code = :lot)")
                .param("lot", lot.code)
                .query(Integer.class)
                .single();
    }
}

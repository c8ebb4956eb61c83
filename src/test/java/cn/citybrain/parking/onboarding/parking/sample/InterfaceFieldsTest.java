package cn.citybrain.parking.onboarding.parking.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.parking.record.FieldKind;
import cn.citybrain.parking.onboarding.parking.record.FieldTable;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotField;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.Readers;
import cn.citybrain.parking.onboarding.parking.record.RecordReader;
import cn.citybrain.parking.onboarding.parking.sample.InterfaceFields.CallFields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of the interface is what the intake does. */
class InterfaceFieldsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final ObjectMapper json = new ObjectMapper();
    private final RecordReader reader = Readers.at(CLOCK);

    static Stream<CallFields> supported() {
        return new InterfaceFields(CLOCK).of("3301020001").stream().filter(CallFields::supported);
    }

    @Test
    void everyCallIsThereWithEveryFieldThatTheIntakeReads() {
        assertThat(new InterfaceFields(CLOCK).of("3301020001"))
                .hasSize(LotCall.values().length)
                .allSatisfy(call -> {
                    LotCall known = LotCall.named(call.call()).orElseThrow();
                    assertThat(call.supported()).isEqualTo(!FieldTable.of(known).isEmpty());
                    assertThat(call.fields())
                            .extracting(InterfaceFields.Field::key)
                            .containsExactlyElementsOf(FieldTable.of(known).stream()
                                    .map(LotField::key)
                                    .toList());
                    assertThat(call.fields())
                            .allSatisfy(field -> assertThat(field.meaning()).isNotBlank());
                    assertThat(call.fields())
                            .extracting(InterfaceFields.Field::rule)
                            .noneMatch(rule -> rule.isBlank() || rule.startsWith("应") || rule.startsWith("不是"));
                });
    }

    @ParameterizedTest
    @MethodSource("supported")
    void theSampleOfACallIsTakenWithoutAWord(CallFields call) {
        LotRecord record = read(call, body(call));

        assertThat(record.warnings()).isEmpty();
        assertThat(record.values())
                .containsKeys(
                        call.fields().stream().map(InterfaceFields.Field::key).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("supported")
    void whatIsSaidToBeTakenAsWellIsTakenWithoutAWord(CallFields call) {
        for (LotField field : FieldTable.of(LotCall.named(call.call()).orElseThrow())) {
            for (Object odd : KindWords.taken(field.kind())) {
                ObjectNode body = body(call);
                body.set(field.key(), json.valueToTree(odd));
                LotRecord record = read(call, body);
                assertThat(record.warnings())
                        .as("%s %s %s", call.call(), field.key(), odd)
                        .isEmpty();
                assertThat(record.values()).containsKey(field.key());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FieldKind.class)
    void aRuleSaysWhatAValueIsAndARefusalWhatItShouldHaveBeen(FieldKind kind) {
        assertThat(kind.rule())
                .isNotBlank()
                .doesNotStartWith("应")
                .doesNotStartWith("不是")
                .doesNotStartWith("不能");
        assertThat(kind.sentence())
                .matches("(应为|不是).*")
                .endsWith(kind.rule().substring(kind.rule().length() - 3));
    }

    private LotRecord read(CallFields call, ObjectNode body) {
        return reader.read(LotCall.named(call.call()).orElseThrow(), body, null);
    }

    private ObjectNode body(CallFields call) {
        JsonNode sample = json.valueToTree(call.sample());
        return reader.data(sample.toString());
    }
}

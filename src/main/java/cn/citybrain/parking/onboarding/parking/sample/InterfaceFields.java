package cn.citybrain.parking.onboarding.parking.sample;

import cn.citybrain.parking.onboarding.parking.record.FieldTable;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotField;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The interface as records are read by it: its calls, their fields, and a body of each that is taken. */
@NamedInterface("services")
@Component
public class InterfaceFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;

    InterfaceFields(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param call name in the address
     * @param path below the platform's address
     * @param supported false: answered with 501 in this environment
     * @param sample what the cipher holds, as an object; null where the call is not supported
     */
    @NamedInterface("services")
    public record CallFields(
            String call,
            String title,
            String path,
            boolean supported,
            List<Field> fields,
            Map<String, Object> sample) {}

    /**
     * @param rule what the value has to be
     * @param example as it stands in JSON
     * @param taken other ways of writing it that are taken as well
     * @param orEmpty whether it may come empty though it must come
     */
    @NamedInterface("services")
    public record Field(
            String key,
            String label,
            String type,
            boolean mandatory,
            boolean orEmpty,
            String meaning,
            String rule,
            String example,
            List<String> taken) {}

    /** In the specification's order. */
    public List<CallFields> of(String lotCode) {
        SampleVisit visit = new SampleVisit(lotCode, clock.instant());
        return Arrays.stream(LotCall.values()).map(call -> fields(call, visit)).toList();
    }

    private static CallFields fields(LotCall call, SampleVisit visit) {
        List<LotField> table = FieldTable.of(call);
        return new CallFields(
                call.wireName(),
                call.title(),
                (call == LotCall.HEARTBEAT ? "/api/v2/tcjg/" : "/api/v2/cp/") + call.wireName(),
                !table.isEmpty(),
                table.stream().map(field -> field(call, field, visit)).toList(),
                table.isEmpty() ? null : Map.of("data", body(call, table, visit)));
    }

    private static Field field(LotCall call, LotField field, SampleVisit visit) {
        return new Field(
                field.key(),
                field.label(),
                KindWords.type(field.kind()),
                field.mandatory(),
                field.orEmpty(),
                FieldWords.meaning(field.key()),
                field.kind().rule(),
                shown(visit.value(call, field)),
                KindWords.taken(field.kind()).stream()
                        .map(InterfaceFields::shown)
                        .toList());
    }

    private static Map<String, Object> body(LotCall call, List<LotField> table, SampleVisit visit) {
        Map<String, Object> body = new LinkedHashMap<>();
        table.forEach(field -> body.put(field.key(), visit.value(call, field)));
        return body;
    }

    /** As it stands in JSON: "1" is another thing than 1. In a table nobody reads a picture. */
    private static String shown(Object value) {
        try {
            String photo = SampleFiles.PHOTO;
            return JSON.writeValueAsString(value).replace(photo, photo.substring(0, 16) + "……");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}

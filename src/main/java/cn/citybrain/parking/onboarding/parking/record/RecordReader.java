package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.ParkingProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a record of a plain text, or says which fields are missing or malformed. */
@Component
public class RecordReader {

    private static final String FILE = "file";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String UPLOADED = "uploadTime";

    private final ObjectMapper json;
    private final ParkingProperties limits;
    private final Clock clock;

    RecordReader(ObjectMapper json, ParkingProperties limits, Clock clock) {
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /** The data of a message: an object, or a string that holds one. */
    public ObjectNode data(String plain) {
        JsonNode data = parse(plain).path("data");
        if (data.isTextual()) {
            data = parse(data.asText());
        }
        if (data instanceof ObjectNode object) {
            return object;
        }
        throw malformed("cipher 解密后应为 {\"data\":{…}} 格式的 JSON");
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            // its message quotes the text, which may hold a plate
            throw malformed("cipher 解密后不是有效的 JSON");
        }
    }

    /** @param formFile the photo where it came as a form field, else null */
    public LotRecord read(LotCall call, ObjectNode data, String formFile) {
        boolean fileSigned = !data.path(FILE).asText("").isBlank();
        if (!fileSigned && formFile != null && call == LotCall.PHOTO) {
            data.put(FILE, formFile);
        }
        List<LotField> fields = FieldTable.of(call);
        FieldReading reading = new FieldReading(limits.maxPhoto().toBytes());
        reading.read(fields, data);
        if (reading.values.get(UPLOADED) instanceof Instant uploaded && tooNew(uploaded)) {
            boolean demanded = fields.stream().anyMatch(field -> field.key().equals(UPLOADED) && field.mandatory());
            (demanded ? reading.problems : reading.warnings)
                    .add("uploadTime（上传时间）比平台时间晚 " + limits.clockSkew().toMinutes() + " 分钟以上，请校准停车场系统的时钟");
        }
        if (!reading.problems.isEmpty()) {
            throw malformed(String.join("；", reading.problems));
        }
        return new LotRecord(call, reading.values, reading.odd, fileSigned, reading.warnings);
    }

    private boolean tooNew(Instant uploaded) {
        return uploaded.isAfter(clock.instant().plus(limits.clockSkew()));
    }

    private static LotRefusal malformed(String message) {
        return new LotRefusal(ResultCode.MALFORMED, message);
    }
}

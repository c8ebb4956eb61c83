package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.ParkingProperties;
import cn.citybrain.parking.onboarding.words.PlainText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a record of a plain text, or says which fields are missing or malformed. */
@Component
public class RecordReader {

    private static final String FILE = "file";

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
            return json.readTree(PlainText.withoutMark(text));
        } catch (JsonProcessingException e) {
            // its message quotes the text, which may hold a plate
            throw malformed("cipher 解密后不是有效的 JSON");
        }
    }

    /** @param formFile the photo where it came as a form field, else null */
    public LotRecord read(LotCall call, ObjectNode data, String formFile) {
        boolean fileSigned = data.hasNonNull(FILE);
        if (!fileSigned && formFile != null) {
            data.put(FILE, formFile);
        }
        rename(data, "shouldpay", "shouldPay");
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        FieldTable.of(call).forEach(field -> readField(field, data.path(field.key()), values, problems));
        if (values.get("uploadTime") instanceof Instant uploaded && tooNew(uploaded)) {
            problems.add("uploadTime（上传时间）比平台时间晚 " + limits.clockSkew().toMinutes() + " 分钟以上，请校准停车场系统的时钟");
        }
        if (!problems.isEmpty()) {
            throw malformed(String.join("；", problems));
        }
        return new LotRecord(call, values, fileSigned);
    }

    private void readField(LotField field, JsonNode node, Map<String, Object> values, List<String> problems) {
        if (node.isMissingNode()
                || node.isNull()
                || node.isTextual() && node.asText().isBlank()) {
            if (field.mandatory()) {
                problems.add(field.named() + "不能为空");
            }
            return;
        }
        if (field.kind() == FieldKind.JPEG
                && node.asText().length() > 2 * limits.maxPhoto().toBytes()) {
            throw tooLarge(field);
        }
        Object value = field.kind().read(node);
        if (value == null) {
            problems.add(field.named() + field.kind().sentence());
        } else if (value instanceof byte[] bytes
                && bytes.length > limits.maxPhoto().toBytes()) {
            throw tooLarge(field);
        } else {
            values.put(field.key(), value);
        }
    }

    private boolean tooNew(Instant uploaded) {
        return uploaded.isAfter(clock.instant().plus(limits.clockSkew()));
    }

    private static void rename(ObjectNode data, String from, String to) {
        JsonNode value = data.remove(from);
        if (value != null && !data.hasNonNull(to)) {
            data.set(to, value);
        }
    }

    private static LotRefusal malformed(String message) {
        return new LotRefusal(ResultCode.MALFORMED, message);
    }

    private LotRefusal tooLarge(LotField field) {
        return new LotRefusal(
                ResultCode.TOO_LARGE,
                field.named() + "解码后不能超过 " + limits.maxPhoto().toKilobytes() + " KB，请压缩后再上传");
    }
}

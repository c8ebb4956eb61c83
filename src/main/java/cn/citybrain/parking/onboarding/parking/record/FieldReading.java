package cn.citybrain.parking.onboarding.parking.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What becomes of the fields of one record: values, problems for which it is refused, and what is odd and does not cost it. A
 * field that the specification does not demand never costs a record.
 */
final class FieldReading {

    private static final int NAMED = 5;

    final Map<String, Object> values = new LinkedHashMap<>();
    final Map<String, Object> odd = new LinkedHashMap<>();
    final List<String> problems = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final long maxPhoto;

    /** @param maxPhoto bytes of the largest photo */
    FieldReading(long maxPhoto) {
        this.maxPhoto = maxPhoto;
    }

    /** Reads the fields of a call, in the specification's order; names are taken in capitals or not. */
    void read(List<LotField> fields, ObjectNode data) {
        fields.forEach(field -> read(field, sent(data, field.key())));
        List<String> unknown = StreamSupport.stream(((Iterable<String>) data::fieldNames).spliterator(), false)
                .filter(name -> fields.stream().noneMatch(field -> field.key().equalsIgnoreCase(name)))
                .limit(NAMED)
                .map(OddValue::name)
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add("接口没有这些字段，已忽略：" + String.join("、", unknown));
        }
    }

    private static JsonNode sent(ObjectNode data, String key) {
        JsonNode exact = data.path(key);
        if (!exact.isMissingNode() && !exact.isNull()) {
            return exact;
        }
        return data.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isNull())
                .findFirst()
                .orElse(exact);
    }

    private void read(LotField field, JsonNode node) {
        if (blank(node)) {
            nothing(field, node);
            return;
        }
        if (field.kind() == FieldKind.JPEG && node.asText().length() > 2 * maxPhoto) {
            throw tooLarge(field);
        }
        Object value = field.kind().read(node);
        if (value instanceof byte[] photo && photo.length > maxPhoto) {
            throw tooLarge(field);
        }
        if (value != null) {
            values.put(field.key(), value);
            if (value instanceof Integer number && WholeNumber.isPointed(node)) {
                warnings.add(pointed(field, node, number));
            }
        } else {
            wrong(field, node);
        }
    }

    /** Taken as it always was; but who writes 5.00 may have meant yuan, so it is said how it was read. */
    private static String pointed(LotField field, JsonNode node, int value) {
        boolean money = field.kind() == FieldKind.MONEY;
        return field.named() + (money ? "以分为单位，" : "") + "应写成不带小数点的整数，收到" + OddValue.shown(node) + "，已按 " + value
                + (money ? " 分" : " ") + "读取";
    }

    private static boolean blank(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isTextual() && node.asText().isBlank();
    }

    /** What a camera could not read comes empty: the vehicle was there all the same. */
    private void nothing(LotField field, JsonNode node) {
        if (field.orEmpty() && !node.isMissingNode()) {
            values.put(field.key(), new SentPlate(""));
            warnings.add(field.named() + "为空，按无牌车收下");
        } else if (field.mandatory()) {
            problems.add(field.named() + "不能为空");
        }
    }

    private void wrong(LotField field, JsonNode node) {
        if (field.mandatory()) {
            problems.add(field.named() + field.kind().sentence());
            return;
        }
        odd.put(field.key(), OddValue.kept(node));
        warnings.add(field.named() + field.kind().sentence() + "，收到" + OddValue.shown(node) + "，已按原样保存");
    }

    private LotRefusal tooLarge(LotField field) {
        return new LotRefusal(ResultCode.TOO_LARGE, field.named() + "解码后不能超过 " + maxPhoto / 1024 + " KB，请压缩后再上传");
    }
}

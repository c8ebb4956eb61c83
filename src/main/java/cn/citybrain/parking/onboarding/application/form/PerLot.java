package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.form.Catalogue.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked for each lot that a field names: a group of its own for each, once they are known.
 *
 * @param lots key of the field that names the lots
 */
record PerLot(String key, String stage, String lots, String label, String help, List<Field> fields) {

    Stream<Group> groups(Map<String, String> values, Map<String, String> names) {
        return Stream.of(values.getOrDefault(lots, "").split(","))
                .distinct()
                .filter(names::containsKey)
                .map(code -> group(code, names.get(code)));
    }

    private Group group(String code, String name) {
        List<Field> own = fields.stream().map(field -> field.of(code, name)).toList();
        return new Group(key + Field.OF_LOT + code, label + "：" + name, help, stage, own);
    }

    Optional<String> label(String fieldKey) {
        return asked(fieldKey)
                .map(field ->
                        field.label() + "（" + fieldKey.substring(field.key().length() + Field.OF_LOT.length()) + "）");
    }

    /** What is asked, whichever the lot. */
    Optional<Field> asked(String fieldKey) {
        return fields.stream()
                .filter(field -> fieldKey.startsWith(field.key() + Field.OF_LOT))
                .findFirst();
    }
}

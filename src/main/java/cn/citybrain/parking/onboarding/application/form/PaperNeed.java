package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.form.Field.Option;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paper that a form asks for, or may come to ask for.
 *
 * @param place in the company profile that holds it, null where none does
 * @param when what still has to be answered before anybody knows, Chinese; null where it is known to be asked for
 * @param optional whether it may be left out
 */
public record PaperNeed(String key, String label, String help, String place, String when, boolean optional) {

    private static final String FOR_EACH = "（每个停车场一份）";

    /** In the form's order; what the answers rule out is left out. What each lot needs stands there once until the lots are known. */
    public static List<PaperNeed> of(Catalogue form, Map<String, String> values) {
        return Stream.concat(
                        form.fields().map(field -> need(form, field, values, "")),
                        form.perLot().stream()
                                .flatMap(each -> each.fields().stream())
                                .filter(field -> form.keys(field.key()).contains(field.key()))
                                .map(field -> need(form, field, values, FOR_EACH)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static PaperNeed need(Catalogue form, Field field, Map<String, String> values, String each) {
        boolean asked = form.applies(field, values);
        if (!field.isPaper() || field.former() || !asked && isRuledOut(form, field, values)) {
            return null;
        }
        boolean optional = !field.required() && field.requiredWhen() == null;
        String label = field.label() + each;
        return new PaperNeed(
                field.key(), label, field.help(), field.profile(), asked ? null : words(form, field), optional);
    }

    /** Something was answered that does not go with it. */
    private static boolean isRuledOut(Catalogue form, Field field, Map<String, String> values) {
        return field.condition().fields().entrySet().stream().anyMatch(wanted -> form.field(wanted.getKey())
                .map(other -> other.said(values.get(wanted.getKey())))
                .filter(said -> !wanted.getValue().contains(said))
                .isPresent());
    }

    private static String words(Catalogue form, Field field) {
        return form.fields()
                .filter(other -> field.condition().fields().containsKey(other.key()) && other.otherwise() == null)
                .map(other -> other.label() + "为"
                        + field.condition().fields().get(other.key()).stream()
                                .filter(value -> !value.isEmpty())
                                .map(value -> "“" + label(other, value) + "”")
                                .collect(Collectors.joining("或")))
                .collect(Collectors.joining("，"));
    }

    private static String label(Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}

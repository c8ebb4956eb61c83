package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.merchant.Uscc;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a whole form: what is missing, what is wrong, what is doubtful. */
@Component
public class DraftCheck {

    private final FieldRules rules;
    private final Relations relations;

    DraftCheck(FieldRules rules) {
        this.rules = rules;
        this.relations = new Relations(rules);
    }

    /**
     * @param values typed values and, for papers, the document's id
     * @param registeredUscc the company's code as the platform knows it
     */
    public CheckResult check(Catalogue catalogue, Map<String, String> values, String registeredUscc) {
        Map<String, String> faults = new LinkedHashMap<>();
        Map<String, String> warnings = new LinkedHashMap<>();
        catalogue.fields().filter(field -> catalogue.applies(field, values)).forEach(field -> {
            Optional<String> fault = fault(catalogue, field, values);
            fault.ifPresent(message -> faults.put(field.key(), message));
            if (fault.isEmpty() && values.containsKey(field.key())) {
                warning(catalogue, field, values, registeredUscc)
                        .ifPresent(message -> warnings.put(field.key(), message));
            }
        });
        return new CheckResult(faults, warnings);
    }

    private Optional<String> fault(Catalogue catalogue, Field field, Map<String, String> values) {
        String value = values.get(field.key());
        if (value == null) {
            return catalogue.required(field, values) ? Optional.of(missing(field)) : Optional.empty();
        }
        return rules.fault(field, value)
                .or(() -> catalogue.repertoire().fault(value).map(fault -> field.label() + fault))
                .or(() -> optionFault(catalogue, field, values))
                .or(() -> orderFault(catalogue, field, values))
                .or(() -> relations.fault(catalogue, field, values));
    }

    /** Half-width brackets in one of two names make no other name of it. */
    private static boolean alike(String one, String other) {
        return Typed.likeness(one).equals(Typed.likeness(other));
    }

    private static String missing(Field field) {
        return switch (field.type()) {
            case PAPER -> "请上传" + field.label();
            case CHOICE, LOT, LOTS, RECEIVING_ACCOUNT -> "请选择" + field.label();
            default -> "请填写" + field.label();
        };
    }

    private static Optional<String> optionFault(Catalogue catalogue, Field field, Map<String, String> values) {
        return field.options().stream()
                .filter(option -> option.value().equals(values.get(field.key())))
                .filter(option -> !catalogue.holds(option.shownWhen(), values))
                .map(option -> field.label() + "在当前情况下不能选“" + option.label() + "”")
                .findFirst();
    }

    private static Optional<String> orderFault(Catalogue catalogue, Field field, Map<String, String> values) {
        if (field.after() == null) {
            return Optional.empty();
        }
        Optional<LocalDate> begin =
                Optional.ofNullable(values.get(field.after())).flatMap(FieldRules::day);
        Optional<LocalDate> end = FieldRules.day(values.get(field.key()));
        return begin.isPresent() && end.isPresent() && !end.get().isAfter(begin.get())
                ? Optional.of(field.label() + "应晚于" + catalogue.label(field.after()))
                : Optional.empty();
    }

    private Optional<String> warning(
            Catalogue catalogue, Field field, Map<String, String> values, String registeredUscc) {
        String value = values.get(field.key());
        if (field.type() == FieldType.USCC && !Uscc.checkDigitHolds(value)) {
            return Optional.of(field.label() + "的校验位不符（GB 32100-2015），请对照执照照片确认");
        }
        if (field.type() == FieldType.USCC && !value.equals(registeredUscc)) {
            return Optional.of(field.label() + "与平台登记的公司代码不一致，请确认是否为同一公司");
        }
        if (field.type() == FieldType.CLEARING_NUMBER && !CheckDigits.clearingNumberHolds(value)) {
            return Optional.of(field.label() + "的末位校验不符，请向开户行核对");
        }
        if (field.expected() != null && !alike(field.expected(), value)) {
            return Optional.of(field.label() + "与平台登记的“" + field.expected() + "”不一致，请确认");
        }
        return field.sameAs().stream()
                .filter(same -> catalogue.holds(same.when(), values))
                .filter(same -> values.containsKey(same.field()) && !alike(values.get(same.field()), value))
                .map(same -> field.label() + "与" + catalogue.label(same.field()) + "不一致，请确认")
                .findFirst()
                .or(() -> relations.doubt(catalogue, field, values));
    }
}

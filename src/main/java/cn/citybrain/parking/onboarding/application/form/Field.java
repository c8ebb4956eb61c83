package cn.citybrain.parking.onboarding.application.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field of the form.
 *
 * @param help tells the applicant what to enter, Chinese
 * @param requiredWhen the field is there, and required, only when this holds
 * @param shownWhen the field is there, but optional, only when this holds
 * @param sensitive masked for everybody but the operator who edits it
 * @param suggestions values to pick from, while any other may be typed as well
 * @param after key of the date that this one must come after
 * @param pattern regular expression that the whole value must match, with its own message
 * @param sameAs fields that should hold the same; a difference is a warning
 * @param expected what the platform knows it to be, a difference is a warning; {@code {lot}} is the name of the lot that it
 *     is asked for
 * @param profile place in the company profile that holds what is asked for here, null where no other form asks for it
 * @param validUntil of a place of the profile that holds a paper: the place that says until when the paper holds
 * @param former whether an earlier version of the form asked for it: shown where somebody answered, asked of nobody
 * @param otherwise what is meant where nothing is chosen: applications from before there was a choice say nothing
 * @param fills what choosing a suggestion brings along, null for nothing
 * @param checks what is checked besides the type
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Field(
        String key,
        String label,
        String help,
        FieldType type,
        boolean required,
        Condition requiredWhen,
        Condition shownWhen,
        boolean sensitive,
        Integer minLength,
        Integer maxLength,
        List<Option> options,
        List<String> suggestions,
        String after,
        String pattern,
        String patternMessage,
        List<SameAs> sameAs,
        String expected,
        String profile,
        String validUntil,
        boolean former,
        String otherwise,
        Fills fills,
        Checks checks) {

    /** Between the key of what is asked for each lot, and the lot's code. */
    static final String OF_LOT = "_";

    private static final String LOT_NAME = "{lot}";

    public Field {
        options = options == null ? List.of() : List.copyOf(options);
        suggestions = suggestions == null ? List.of() : List.copyOf(suggestions);
        sameAs = sameAs == null ? List.of() : List.copyOf(sameAs);
        checks = checks == null ? Checks.NONE : checks;
    }

    public boolean isPaper() {
        return type == FieldType.PAPER;
    }

    /** Keys of the fields that should hold the same, or that say where it is or whose. */
    public Stream<String> comparedWith() {
        Stream<String> others = Stream.concat(checks.bank().stream(), checks.place().stream());
        return Stream.concat(sameAs.stream().map(SameAs::field), others);
    }

    /** Of a number and the kind of document that it stands on the other key, given one of them. */
    public Optional<String> documentWith(String one) {
        String document = checks.document();
        if (document == null || !one.equals(key) && !one.equals(document)) {
            return Optional.empty();
        }
        return Optional.of(one.equals(key) ? document : key);
    }

    /** What was chosen, or what is meant where nothing was; null for neither. */
    public String said(String value) {
        return value == null ? otherwise : value;
    }

    Condition condition() {
        if (requiredWhen != null) {
            return requiredWhen;
        }
        return shownWhen == null ? Condition.ALWAYS : shownWhen;
    }

    /** What a person reads for a value. */
    public String display(String value) {
        return Arrays.stream(type == FieldType.LOTS ? value.split(",") : new String[] {value})
                .map(this::label)
                .collect(Collectors.joining("、"));
    }

    private String label(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** The field with what there is to choose from. */
    Field choosing(List<Option> choice) {
        return with(key, label, choice, expected);
    }

    /** The field as it is asked for one lot. */
    Field of(String lotCode, String lotName) {
        String known = LOT_NAME.equals(expected) ? lotName : expected;
        return with(key + OF_LOT + lotCode, label + "（" + lotName + "）", options, known);
    }

    private Field with(String newKey, String newLabel, List<Option> choice, String known) {
        return new Field(
                newKey,
                newLabel,
                help,
                type,
                required,
                requiredWhen,
                shownWhen,
                sensitive,
                minLength,
                maxLength,
                choice,
                suggestions,
                after,
                pattern,
                patternMessage,
                sameAs,
                known,
                profile,
                validUntil,
                former,
                otherwise,
                fills,
                checks);
    }

    /** One answer of a choice; {@code shownWhen} limits when it can be given. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Option(String value, String label, Condition shownWhen) {}

    /** The other field, and when the two are compared; null is always. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SameAs(String field, Condition when) {}
}

package cn.citybrain.parking.onboarding.application.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms that are complete and right, made from a catalogue; what it wants in a pattern of its own, a fixture knows. */
final class CompleteForm {

    private static final List<String> LETTERS = List.of("停", "1", "A", "a");
    private static final String ADDRESS = "杭州市西湖区天目山路1号";

    /** A number of each kind of identity document; invented. */
    static final Map<IdentityDocument, String> NUMBERS = Map.of(
            IdentityDocument.IDCARD, "330106198001011235",
            IdentityDocument.OVERSEA_PASSPORT, "E12345678",
            IdentityDocument.HONGKONG_PASSPORT, "H10402667",
            IdentityDocument.MACAO_PASSPORT, "M1040266701",
            IdentityDocument.TAIWAN_PASSPORT, "12345678",
            IdentityDocument.FOREIGN_RESIDENT, "CAN110010812310",
            IdentityDocument.HONGKONG_MACAO_RESIDENT, "810000199408230021",
            IdentityDocument.TAIWAN_RESIDENT, "830000199201300022");

    private final Catalogue catalogue;
    private final String uscc;
    private final Map<String, String> submitted;
    private final Map<String, String> known;

    /**
     * @param uscc the applicant's code as the platform knows it
     * @param submitted what earlier stages of the form hold
     * @param known values of the channel's fixture, for patterns that nothing else fits
     */
    CompleteForm(Catalogue catalogue, String uscc, Map<String, String> submitted, Map<String, String> known) {
        this.catalogue = catalogue;
        this.uscc = uscc;
        this.submitted = submitted;
        this.known = known;
    }

    /** The typed values of a form in which these conditions hold; papers are not among them. */
    Map<String, String> where(Condition... conditions) {
        Map<String, String> values = new LinkedHashMap<>(submitted);
        Stream.of(conditions).forEach(condition -> choose(condition, values));
        int before;
        do {
            before = values.size();
            catalogue
                    .fields()
                    .filter(field -> !field.isPaper() && catalogue.applies(field, values))
                    .forEach(field -> values.computeIfAbsent(field.key(), key -> sample(field, values)));
        } while (values.size() > before);
        catalogue.fields().forEach(field -> alike(field, values));
        return values;
    }

    /** Chooses what a condition asks for, and what that in turn needs. */
    private void choose(Condition condition, Map<String, String> values) {
        if (condition == null) {
            return;
        }
        condition.fields().forEach((key, wanted) -> {
            if (!values.containsKey(key) || !wanted.contains(values.get(key))) {
                Field field = catalogue.field(key).orElseThrow();
                values.put(key, wanted.get(0));
                choose(field.condition(), values);
                option(field, wanted.get(0)).ifPresent(option -> choose(option.shownWhen(), values));
            }
        });
    }

    /** A condition under which this one does not hold; none if it cannot be broken. */
    Stream<Condition> without(Condition condition) {
        return condition.fields().entrySet().stream()
                .flatMap(entry -> catalogue.field(entry.getKey()).orElseThrow().options().stream()
                        .filter(option -> !entry.getValue().contains(option.value()))
                        .map(option ->
                                new Condition(Map.of(entry.getKey(), new ArrayList<>(List.of(option.value()))))));
    }

    private static Optional<Field.Option> option(Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst();
    }

    private void alike(Field field, Map<String, String> values) {
        field.sameAs().stream()
                .filter(same -> values.containsKey(field.key()) && catalogue.holds(same.when(), values))
                .forEach(same -> values.put(field.key(), values.get(same.field())));
    }

    private String sample(Field field, Map<String, String> values) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, WHOLE_NUMBER -> field.checks().payersName() ? "湖滨停车场" : text(field);
            case USCC -> uscc;
            case PHONE -> "13857100001";
            case LANDLINE_OR_PHONE -> "0571-88888888";
            case EMAIL -> "office@example.com";
            case IDENTITY_NUMBER ->
                NUMBERS.get(IdentityDocument.of(values.get(field.checks().document())));
            case DATE -> field.after() == null ? "2015-03-01" : "2016-03-01";
            case DATE_OR_LONG_TERM -> "2036-01-01";
            case BANK_ACCOUNT -> "6222" + System.nanoTime();
            case CLEARING_NUMBER -> known.getOrDefault(field.key(), "313331000014");
            case CHANNEL_ACCOUNT -> "2088%012d".formatted(System.nanoTime() % 1_000_000_000_000L);
            case LOT, LOTS, RECEIVING_ACCOUNT -> field.options().get(0).value();
            case REGION_CODE -> "330100";
            case CHOICE ->
                field.options().stream()
                        .filter(option -> option.shownWhen() == null)
                        .filter(option ->
                                field.pattern() == null || option.value().matches(field.pattern()))
                        .findFirst()
                        .orElseThrow()
                        .value();
            case PAPER -> throw new IllegalArgumentException("papers are uploaded");
        };
    }

    private String text(Field field) {
        if (field.fills() != null) {
            return known.getOrDefault(field.key(), ADDRESS);
        }
        int least = field.minLength() == null ? 1 : field.minLength();
        int most = field.maxLength() == null ? 200 : field.maxLength();
        return IntStream.rangeClosed(Math.min(Math.max(least, 6), most), most)
                .boxed()
                .flatMap(length -> LETTERS.stream().map(letter -> letter.repeat(length)))
                .flatMap(text -> Stream.of(text, ADDRESS, known.getOrDefault(field.key(), ADDRESS)))
                .filter(text -> field.pattern() == null || text.matches(field.pattern()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample for " + field.pattern()));
    }
}

package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the profile can put into the blank fields of a form that somebody has begun. What belongs together is never mixed: of a
 * person or a lot whom the form calls otherwise nothing is taken, of another settlement account neither.
 *
 * @param values typed values by field key
 * @param papers ids of stored papers by field key
 */
record BlankFields(Map<String, String> values, Map<String, String> papers) {

    private static final String NAME = ".name";

    /**
     * @param open keys that may be filled in now
     * @param copied what the form would get if it began now
     * @param draft values and papers that are there
     */
    static BlankFields of(Catalogue form, Set<String> open, Copied copied, Map<String, String> draft) {
        Map<String, String> all = new LinkedHashMap<>(copied.values());
        all.putAll(copied.papers());
        Set<String> others = form.fields()
                .filter(field -> field.profile() != null && tellsApart(field) && differs(field, draft, all))
                .map(BlankFields::about)
                .collect(Collectors.toSet());
        all.keySet().removeIf(key -> !open.contains(key)
                || draft.containsKey(key)
                || form.field(key).map(BlankFields::about).filter(others::contains).isPresent());
        Map<String, String> filled = new LinkedHashMap<>(all);
        filled.putAll(draft);
        all.keySet()
                .removeIf(key -> form.field(key)
                        .filter(field -> form.applies(field, filled))
                        .isEmpty());
        return new BlankFields(among(copied.values(), all), among(copied.papers(), all));
    }

    int count() {
        return values.size() + papers.size();
    }

    /** Whose name it is; of an account every word counts. */
    private static boolean tellsApart(Field field) {
        return field.profile().endsWith(NAME) || Copies.isOfSettlement(field);
    }

    private static boolean differs(Field field, Map<String, String> draft, Map<String, String> copied) {
        String said = draft.get(field.key());
        return said != null && !Objects.equals(said, copied.get(field.key()));
    }

    /** Company, person, lot or account: what a place is about. */
    private static String about(Field field) {
        return field.profile().substring(0, field.profile().indexOf('.'));
    }

    private static Map<String, String> among(Map<String, String> part, Map<String, String> all) {
        Map<String, String> found = new LinkedHashMap<>(part);
        found.keySet().retainAll(all.keySet());
        return found;
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "BlankFields[" + values.keySet() + papers.keySet() + "]";
    }
}

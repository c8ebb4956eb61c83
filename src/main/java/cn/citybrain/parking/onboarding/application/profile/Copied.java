package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a form gets from the company profile.
 *
 * @param values typed values by field key
 * @param papers ids of stored papers by field key
 * @param left what the profile has and the form does not get: why, by field key, Chinese
 */
public record Copied(Map<String, String> values, Map<String, String> papers, Map<String, String> left) {

    private static final String NAME = ".name";
    /** What shows whose it is also where no name is typed. */
    private static final List<String> PROOFS = List.of(".idKind", ".idNumber", ".idFront", ".idBack", "licence.copy");

    /**
     * What of it fits into the blank fields of a form that somebody has begun. What belongs together is never mixed: of a
     * person or a lot whom the form calls otherwise nothing is taken, nor of somebody with another number or card, nor of
     * another licence or settlement account.
     *
     * @param open keys that may be filled in now
     * @param draft values and papers that are there
     */
    Copied blank(Catalogue form, Set<String> open, Map<String, String> draft) {
        Map<String, String> all = everything();
        Set<String> named = about(form, field -> isName(field) && agrees(field, draft, all));
        Set<String> others = about(
                form,
                field ->
                        tellsApart(field) && differs(field, draft, all) && !(isNews(field, all) && isOf(named, field)));
        all.keySet().removeIf(key -> !open.contains(key) || draft.containsKey(key) || isOf(others, form, key));
        Map<String, String> filled = new LinkedHashMap<>(all);
        filled.putAll(draft);
        all.keySet().removeIf(key -> form.field(key)
                .filter(field -> form.applies(field, filled))
                .isEmpty());
        return new Copied(among(values, all), among(papers, all), Map.of());
    }

    int count() {
        return values.size() + papers.size();
    }

    private Map<String, String> everything() {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(papers);
        return all;
    }

    private static Set<String> about(Catalogue form, Predicate<Field> which) {
        return form.fields()
                .filter(field -> field.profile() != null)
                .filter(which)
                .map(Copied::about)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Set<String> others, Catalogue form, String key) {
        return form.field(key).filter(field -> isOf(others, field)).isPresent();
    }

    private static boolean isOf(Set<String> some, Field field) {
        return some.contains(about(field));
    }

    /** Whose name, number or card it is; of an account every word counts. */
    private static boolean tellsApart(Field field) {
        return isName(field) || Copies.isOfSettlement(field) || PROOFS.stream().anyMatch(field.profile()::endsWith);
    }

    private static boolean isName(Field field) {
        return field.profile().endsWith(NAME) && !Copies.isOfSettlement(field);
    }

    /** What the profile does not know says nothing against somebody whom both call the same. */
    private static boolean isNews(Field field, Map<String, String> copied) {
        return field.said(copied.get(field.key())) == null;
    }

    private static boolean agrees(Field field, Map<String, String> draft, Map<String, String> copied) {
        return draft.containsKey(field.key()) && draft.get(field.key()).equals(copied.get(field.key()));
    }

    private static boolean differs(Field field, Map<String, String> draft, Map<String, String> copied) {
        String said = draft.get(field.key());
        return said != null && !said.equals(field.said(copied.get(field.key())));
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
        return "Copied[" + values.keySet() + papers.keySet() + left.keySet() + "]";
    }
}

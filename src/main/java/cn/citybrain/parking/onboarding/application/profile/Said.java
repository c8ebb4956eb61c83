package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an application says, by place of the profile.
 *
 * @param values of the company
 * @param account of the settlement account that it names
 * @param keys the first field that says each, by place
 */
record Said(
        Map<String, String> values, Map<String, String> account, Map<String, Paper> papers, Map<String, String> keys) {

    /** @param about name of the lot that it shows, empty for a paper of the company */
    record Paper(String documentId, String about, Optional<LocalDate> validUntil) {

        CompanyPaper in(String place, String by, Instant at) {
            return new CompanyPaper(place, about, documentId, validUntil, by, at);
        }
    }

    /** @param everything typed values and ids of papers, by field key; what does not apply is not said */
    static Said of(Catalogue form, Map<String, String> everything, Places places) {
        Said said =
                new Said(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        form.fields()
                .filter(field -> field.profile() != null && !field.isPaper())
                .filter(field -> everything.containsKey(field.key()) && form.applies(field, everything))
                .forEach(field -> said.take(field, everything.get(field.key())));
        form.fields()
                .filter(field -> field.profile() != null && field.isPaper())
                .filter(field -> everything.containsKey(field.key()) && form.applies(field, everything))
                .forEach(field -> said.takePaper(field, everything.get(field.key()), places));
        return said;
    }

    private void take(Field field, String value) {
        Map<String, String> taking = Places.isAccounts(field.profile()) ? account : values;
        if (taking.putIfAbsent(field.profile(), value) == null) {
            keys.put(field.profile(), field.key());
        }
    }

    /** A photo of a lot that nobody named could be any lot's. */
    private void takePaper(Field field, String documentId, Places places) {
        String about = Places.isStores(field.profile()) ? values.get(Places.STORE_NAME) : "";
        if (about != null) {
            Optional<LocalDate> until = Optional.ofNullable(
                            places.of(field.profile()).validUntil())
                    .flatMap(place -> Optional.ofNullable(values.get(place)))
                    .flatMap(FieldRules::day);
            papers.put(field.profile(), new Paper(documentId, about, until));
            keys.put(field.profile(), field.key());
        }
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "Said[" + keys + "]";
    }
}

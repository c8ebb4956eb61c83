package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.Masking;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How one person sees the values of one application. The company's operators see what they may edit in full; reviewers
 * see names and addresses, and numbers masked until they ask; everybody else sees sensitive values masked.
 *
 * @param operator whether this is the company's own operator
 * @param reviewer whether this person decides about applications
 * @param open keys that are open for edit
 */
record Visibility(boolean operator, boolean reviewer, Set<String> open) {

    static Visibility of(Actor actor, Set<String> open) {
        boolean operator = actor.is(Role.LOT_OPERATOR);
        return new Visibility(
                operator, actor.is(Role.OPS_REVIEWER) || actor.is(Role.OPS_SUPERVISOR), operator ? open : Set.of());
    }

    Map<String, String> of(Catalogue catalogue, Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>();
        catalogue
                .fields()
                .filter(field -> values.containsKey(field.key()))
                .forEach(field -> shown.put(field.key(), of(field, values.get(field.key()))));
        return shown;
    }

    /** What the applicant wrote freely. */
    Map<String, String> sentences(Map<String, String> written) {
        Map<String, String> shown = new LinkedHashMap<>();
        written.forEach((key, text) -> shown.put(key, sentence(text)));
        return shown;
    }

    String sentence(String written) {
        return operator || reviewer ? written : Masking.numbers(written);
    }

    String of(Field field, String value) {
        boolean clear =
                !field.sensitive() || operator && open.contains(field.key()) || reviewer && !Masking.isNumber(field);
        return clear ? value : Masking.masked(field, value);
    }
}

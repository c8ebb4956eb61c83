package cn.citybrain.parking.onboarding.application.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is checked of a field besides its type: mostly how its value goes with other values of the form.
 *
 * @param document of a number: key of the field that says which kind of identity document it stands on
 * @param bank of a clearing number: keys of the fields that name its bank and branch
 * @param place of a region: keys of the fields whose text says where it is
 * @param beforeToday whether a begin that is today is too late
 * @param payersName whether it is what drivers read on their bills: a word for any lot is a doubt
 * @param never what the value must not be
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Checks(
        String document,
        List<String> bank,
        List<String> place,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean beforeToday,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean payersName,
        List<Never> never) {

    static final Checks NONE = new Checks(null, null, null, false, false, null);

    Checks {
        bank = bank == null ? List.of() : List.copyOf(bank);
        place = place == null ? List.of() : List.copyOf(place);
        never = never == null ? List.of() : List.copyOf(never);
    }

    /**
     * @param pattern regular expression of the whole value
     * @param when in which applications, null is in all
     * @param message what to do, Chinese, follows the field's label
     * @param doubt whether it can be right all the same: then a sentence of the applicant is enough
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Never(
            String pattern,
            Condition when,
            String message,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean doubt) {

        boolean holds(String value) {
            return value.matches(pattern);
        }
    }
}

package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;

/**
 * A part of an application that is filled in and submitted at a time.
 *
 * @param label Chinese name of what is filled in
 * @param help what it takes and what comes after it, Chinese
 * @param link where the applicant may have to go first, null if nowhere
 * @param words how states are called in this stage, where the usual words do not fit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Stage(String key, String label, String help, Link link, Map<ApplicationState, Words> words) {

    public Stage {
        words = words == null ? Map.of() : Map.copyOf(words);
    }

    record Link(String href, String label) {}

    /** @param title name of the state, Chinese */
    record Words(String title) {}

    /** Chinese name of a state in this stage. */
    public String title(ApplicationState state) {
        return Optional.ofNullable(words.get(state)).map(Words::title).orElse(state.title());
    }
}

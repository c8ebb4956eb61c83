package cn.citybrain.parking.onboarding.application.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that an application says and the profile does not, or says otherwise.
 *
 * @param place of the profile; a settlement account that is new is one place, whatever it consists of
 * @param before what the profile says, null for nothing; masked where sensitive
 * @param after what the application says; masked where sensitive
 * @param note what else is to be thought of, null for nothing, Chinese
 * @param now whether it is filled in now, rather than submitted before
 */
record Offer(String place, String label, String before, String after, String note, boolean now) {

    /** The profile has nothing there yet. */
    @JsonProperty("added")
    boolean added() {
        return before == null;
    }
}

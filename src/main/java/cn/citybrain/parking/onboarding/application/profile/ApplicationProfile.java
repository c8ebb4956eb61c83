package cn.citybrain.parking.onboarding.application.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An application beside its company's profile, for the operator who fills it in.
 *
 * @param version of the profile
 * @param taken keys of the open fields that say what the profile says, and did not say so when the form was handed in last
 * @param left open fields that are empty although the profile has something
 * @param blank how many open fields are blank that the profile could fill
 * @param accounts settlement accounts that can be chosen in the form
 * @param offers what the profile could take over
 */
record ApplicationProfile(
        long version, Set<String> taken, List<Left> left, int blank, List<AccountChoice> accounts, List<Offer> offers) {

    /** @param reason why it was not taken over, Chinese */
    record Left(String key, String label, String reason) {}

    /** @param values by field key, in clear text */
    record AccountChoice(int no, String label, Map<String, String> values) {}
}

package cn.citybrain.parking.onboarding.masterdata.person;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.access.account.PersonEntry;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the page sends about a person.
 *
 * @param roles groups of {@link Role}
 * @param companies tenant ids
 * @param vendor group of a vendor company, or empty
 * @param version that was seen; none for somebody new
 */
record Entered(
        String userId,
        String familyName,
        String givenName,
        String mail,
        List<String> roles,
        List<String> companies,
        String vendor,
        long version) {

    /** @throws Invalid if there is no such role */
    PersonEntry entry(String id) {
        return new PersonEntry(
                id,
                familyName,
                givenName,
                mail,
                known(),
                companies == null ? Set.of() : new HashSet<>(companies),
                vendor);
    }

    private Set<Role> known() {
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (String group : roles == null ? List.<String>of() : roles) {
            known.add(Role.ofGroup(String.valueOf(group)).orElseThrow(() -> {
                String sentence = "没有角色“" + group + "”，请重新选择。";
                return new Invalid(sentence, Map.of("roles", sentence));
            }));
        }
        return known;
    }
}

package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PersonEntry;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person as a row says it.
 *
 * @param unknownRoles what was written and names no role
 */
record PersonRow(PersonEntry entry, List<String> unknownRoles) {

    private static final String BETWEEN = "、";
    private static final String SEPARATORS = "\\s*[、，,;；/\\n]\\s*";

    PersonRow {
        unknownRoles = List.copyOf(unknownRoles);
    }

    static PersonRow of(PersonEntry entry) {
        return new PersonRow(entry, List.of());
    }

    /** By title or group. */
    static Set<Role> known(List<String> written) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (written.contains(role.title()) || written.contains(role.group())) {
                roles.add(role);
            }
        }
        return roles;
    }

    static List<String> unknown(List<String> written) {
        return written.stream()
                .filter(one -> Arrays.stream(Role.values())
                        .noneMatch(
                                role -> role.title().equals(one) || role.group().equals(one)))
                .toList();
    }

    /** What stands in one cell, with anything that people put between. */
    static List<String> several(String written) {
        return Arrays.stream(written.strip().split(SEPARATORS))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    String roles() {
        return Stream.concat(entry.roles().stream().sorted().map(Role::title), unknownRoles.stream())
                .collect(Collectors.joining(BETWEEN));
    }

    String companies() {
        return String.join(BETWEEN, new TreeSet<>(entry.companies()));
    }
}

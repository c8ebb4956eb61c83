package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/**
 * What is entered about a person, on the page or in a line of an import. Null counts as empty.
 *
 * @param companies tenant ids of parking companies
 * @param vendor group id of one vendor company, or empty
 */
@NamedInterface("services")
public record PersonEntry(
        String userId,
        String familyName,
        String givenName,
        String mail,
        Set<Role> roles,
        Set<String> companies,
        String vendor) {

    public PersonEntry {
        userId = Typed.code(userId);
        familyName = Typed.line(familyName);
        givenName = Typed.line(givenName);
        mail = Typed.mail(mail);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        companies = companies == null
                ? Set.of()
                : companies.stream()
                        .map(Typed::code)
                        .filter(company -> !company.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        vendor = Typed.code(vendor);
    }

    /** The engine's groups that go with it. */
    Set<String> groups() {
        Set<String> groups = roles.stream().map(Role::group).collect(Collectors.toCollection(TreeSet::new));
        if (!vendor.isEmpty()) {
            groups.add(vendor);
        }
        return groups;
    }
}

package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * A person's account, as it stands in our tables and, for name and mail, in the engine's user.
 *
 * @param mail empty where an earlier version knew none
 * @param groups ids of roles' groups and of the vendor's company, if there is one; held also while the account is disabled
 * @param companies tenant ids of the parking companies the person works for
 * @param reason why it is disabled, empty otherwise
 * @param lastLogin null before the first one
 * @param version of the account, for optimistic changes
 */
@NamedInterface("services")
public record Account(
        String userId,
        String familyName,
        String givenName,
        String mail,
        AccountState state,
        Set<String> groups,
        Set<String> companies,
        String reason,
        Instant lastLogin,
        long version) {

    public Account {
        groups = Set.copyOf(groups);
        companies = Set.copyOf(companies);
    }

    /** Family name first; the id where there is no name. */
    public String name() {
        String name = familyName + givenName;
        return name.isBlank() ? userId : name;
    }

    public Set<Role> roles() {
        return Role.ofGroups(groups);
    }

    /** The vendor company that the person belongs to. */
    public Optional<String> vendor() {
        return groups.stream().filter(Role::isVendorCompany).findFirst();
    }

    /** What {@link Accounts#change} would have to be given to change nothing. */
    public PersonEntry entry() {
        return new PersonEntry(userId, familyName, givenName, mail, roles(), companies, vendor().orElse(""));
    }
}

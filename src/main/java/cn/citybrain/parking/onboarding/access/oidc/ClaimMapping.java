package cn.citybrain.parking.onboarding.access.oidc;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountChecks;
import cn.citybrain.parking.onboarding.access.account.PersonEntry;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a person of what a token says. Groups count by the mapping alone; companies by their tenant id, USCC, or a vendor's
 * group id. What is not known here is left out and logged.
 */
@Component
class ClaimMapping {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimMapping.class);
    private final Merchants merchants;
    private final Vendors vendors;

    ClaimMapping(Merchants merchants, Vendors vendors) {
        this.merchants = merchants;
        this.vendors = vendors;
    }

    PersonEntry person(Claims claims, OidcSettings settings) {
        Set<Role> roles = roles(claims.texts(settings.groupsClaim()), settings);
        List<String> named = claims.texts(settings.companiesClaim());
        Set<String> companies = merchants.all().stream()
                .filter(merchant -> named.contains(merchant.tenantId()) || named.contains(merchant.uscc()))
                .map(Merchant::tenantId)
                .collect(Collectors.toSet());
        List<String> technical = vendors.all().stream()
                .map(Vendor::groupId)
                .filter(named::contains)
                .sorted()
                .toList();
        logUnknown(named, companies.size() + technical.size());
        String family = claims.text("family_name");
        return new PersonEntry(
                claims.text(settings.userClaim()),
                family.isEmpty() ? claims.text("name") : family,
                family.isEmpty() ? "" : claims.text("given_name"),
                mail(Typed.mail(claims.text("email"))),
                roles,
                roles.contains(Role.LOT_OPERATOR) ? companies : Set.of(),
                roles.contains(Role.LOT_VENDOR) && !technical.isEmpty() ? technical.get(0) : "");
    }

    /** What a token server takes for an address is none here that could lead mails elsewhere. */
    private static String mail(String said) {
        if (said.isEmpty() || AccountChecks.isMail(said)) {
            return said;
        }
        LOG.info("a mail address of the token server that is none is left out");
        return "";
    }

    private static Set<Role> roles(List<String> groups, OidcSettings settings) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String group : groups) {
            Role role = settings.groups().get(group);
            if (role == null) {
                LOG.info("a group of the token server that no mapping names is left out: {}", group);
            } else {
                roles.add(role);
            }
        }
        return roles;
    }

    private static void logUnknown(List<String> named, int known) {
        if (named.size() > known) {
            LOG.info(
                    "of {} companies that the token server names, {} are not known here",
                    named.size(),
                    named.size() - known);
        }
    }
}

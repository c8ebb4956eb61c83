package cn.citybrain.parking.onboarding.access.own;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.ExternalAccounts;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an account says of its person. */
@Component
class OwnFacts {

    private final AccountList accounts;
    private final ExternalAccounts external;
    private final Merchants merchants;
    private final Vendors vendors;

    OwnFacts(AccountList accounts, ExternalAccounts external, Merchants merchants, Vendors vendors) {
        this.accounts = accounts;
        this.external = external;
        this.merchants = merchants;
        this.vendors = vendors;
    }

    /**
     * @param mail empty where none is known
     * @param roles their Chinese names
     * @param remote whether a token server vouches for the person: the password is kept there
     * @param companies names of the parking companies and the vendor company that the person works for
     */
    record Facts(String userId, String name, String mail, List<String> roles, List<String> companies, boolean remote) {}

    Facts of(Actor actor) {
        String mail = accounts.byId(actor.userId()).map(Account::mail).orElse("");
        List<String> roles =
                Arrays.stream(Role.values()).filter(actor::is).map(Role::title).toList();
        return new Facts(
                actor.userId(), actor.displayName(), mail, roles, companies(actor), external.isLinked(actor.userId()));
    }

    /** Who works for every company has none of them as theirs. */
    private List<String> companies(Actor actor) {
        Stream<String> parking = merchants.all().stream()
                .filter(merchant -> actor.tenants().contains(merchant.tenantId()))
                .map(Merchant::name);
        Stream<String> technical = vendors.all().stream()
                .filter(vendor -> actor.vendorCompanies().contains(vendor.groupId()))
                .map(Vendor::name);
        return Stream.concat(parking, technical).sorted().toList();
    }
}

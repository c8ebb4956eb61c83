package cn.citybrain.parking.onboarding.masterdata.list;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people, searched by id, name and mail, and by the name of a role, a company or a vendor. */
@Component
public class PeopleList {

    private final AccountList accounts;

    PeopleList(AccountList accounts) {
        this.accounts = accounts;
    }

    /**
     * By id.
     *
     * @param names of companies and vendors
     * @param state empty for all
     */
    public Page<Account> find(Wanted wanted, Known names, Optional<AccountState> state) {
        return accounts.find(search(wanted, names, state));
    }

    /** The ids of all that are found, in the order of the list. */
    public List<String> ids(String text, Known names, Optional<AccountState> state) {
        return accounts.ids(search(new Wanted(text, 1, 1), names, state));
    }

    private static AccountList.Search search(Wanted wanted, Known names, Optional<AccountState> state) {
        String text = wanted.text().toLowerCase(Locale.ROOT);
        Set<String> called = names.names().entrySet().stream()
                .filter(name -> name.getValue().toLowerCase(Locale.ROOT).contains(text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new AccountList.Search(wanted, withRoles(called, text), called, state);
    }

    private static Set<String> withRoles(Set<String> vendors, String text) {
        return Stream.concat(
                        vendors.stream(),
                        Arrays.stream(Role.values())
                                .filter(role ->
                                        role.title().toLowerCase(Locale.ROOT).contains(text))
                                .map(Role::group))
                .collect(Collectors.toSet());
    }
}

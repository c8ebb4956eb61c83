package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.masterdata.list.CompanyList;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.masterdata.list.LotRegisterList;
import cn.citybrain.parking.onboarding.masterdata.list.VendorList;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The ids of what a search finds, in the order of the lists. */
@Component
class FoundRecords {

    private final CompanyList companies;
    private final VendorList vendors;
    private final LotRegisterList lots;
    private final AccountList accounts;
    private final KnownAccounts known;

    FoundRecords(
            CompanyList companies,
            VendorList vendors,
            LotRegisterList lots,
            AccountList accounts,
            KnownAccounts known) {
        this.companies = companies;
        this.vendors = vendors;
        this.lots = lots;
        this.accounts = accounts;
        this.known = known;
    }

    /** @param state ACTIVE or ENDED, of people a state of their accounts; empty for all */
    List<String> ids(ImportKind kind, String text, String state) {
        return switch (kind) {
            case COMPANIES -> companies.ids(text, Ended.of(state));
            case VENDORS -> vendors.ids(text, Ended.of(state));
            case LOTS -> lots.ids(text, Ended.of(state));
            case PEOPLE -> people(text.strip().toLowerCase(Locale.ROOT), state);
        };
    }

    /** A city has some two hundred: they are read all together. */
    private List<String> people(String text, String state) {
        Known names = known.companies();
        return accounts.all().stream()
                .filter(account -> state.isEmpty() || account.state().name().equals(state))
                .filter(account -> says(account, names)
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text)))
                .map(Account::userId)
                .toList();
    }

    private static Stream<String> says(Account account, Known names) {
        return Stream.of(
                        Stream.of(account.userId(), account.name(), account.mail()),
                        account.roles().stream().map(Role::title),
                        account.companies().stream().map(names::name),
                        account.vendor().stream().map(names::name))
                .flatMap(words -> words);
    }
}

package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.masterdata.list.CompanyList;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.masterdata.list.LotRegisterList;
import cn.citybrain.parking.onboarding.masterdata.list.PeopleList;
import cn.citybrain.parking.onboarding.masterdata.list.VendorList;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ids of what a search finds, in the order of the lists. */
@Component
class FoundRecords {

    private final CompanyList companies;
    private final VendorList vendors;
    private final LotRegisterList lots;
    private final PeopleList people;
    private final KnownAccounts known;

    FoundRecords(
            CompanyList companies, VendorList vendors, LotRegisterList lots, PeopleList people, KnownAccounts known) {
        this.companies = companies;
        this.vendors = vendors;
        this.lots = lots;
        this.people = people;
        this.known = known;
    }

    /** @param state ACTIVE or ENDED, of people a state of their accounts; empty for all */
    List<String> ids(ImportKind kind, String text, String state) {
        return switch (kind) {
            case COMPANIES -> companies.ids(text, Ended.of(state));
            case VENDORS -> vendors.ids(text, Ended.of(state));
            case LOTS -> lots.ids(text, Ended.of(state));
            case PEOPLE -> people(text, state);
        };
    }

    private List<String> people(String text, String state) {
        if (state.isEmpty()) {
            return people.ids(text, known.companies(), Optional.empty());
        }
        return Arrays.stream(AccountState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .map(each -> people.ids(text, known.companies(), Optional.of(each)))
                .orElseGet(List::of);
    }
}

package cn.citybrain.parking.onboarding.masterdata.person;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountAuthority;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Unknown;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.people.FourEyes;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.list.PeopleList;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/people}: who there is, for those who keep people. */
@RestController
class PeopleController {

    private static final int CHANGES = 20;

    private final CurrentUser user;
    private final PeopleList list;
    private final AccountList accounts;
    private final KnownAccounts known;
    private final PersonViews views;
    private final Changes changes;

    PeopleController(
            CurrentUser user,
            PeopleList list,
            AccountList accounts,
            KnownAccounts known,
            PersonViews views,
            Changes changes) {
        this.user = user;
        this.list = list;
        this.accounts = accounts;
        this.known = known;
        this.views = views;
        this.changes = changes;
    }

    /**
     * @param q found in id, name, mail, or the name of a company, a vendor or a role
     * @param state an {@link AccountState}, or none for all
     */
    @GetMapping("/api/people")
    Page<PersonViews.Row> people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) AccountState state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        keeper();
        Wanted wanted = new Wanted(q, page, size);
        Known names = known.companies();
        return list.find(wanted, names, Optional.ofNullable(state)).map(account -> views.row(account, names));
    }

    @GetMapping("/api/people/{id}")
    PersonViews.Person person(@PathVariable String id) {
        Actor keeper = keeper();
        return views.person(accounts.byId(id).orElseThrow(() -> new Unknown(id)), keeper, known.companies());
    }

    /** What was done to the person's account, newest first. */
    @GetMapping("/api/people/{id}/changes")
    Page<PersonViews.Entry> changes(@PathVariable String id, @RequestParam(defaultValue = "1") int page) {
        keeper();
        accounts.byId(id).orElseThrow(() -> new Unknown(id));
        Wanted wanted = new Wanted("", page, CHANGES);
        Subject person = Subject.person(id);
        return new Page<>(
                views.history(changes.of(person, wanted.page(), wanted.size())), changes.count(person), wanted);
    }

    /** Roles, companies and vendors that who asks may give. */
    @GetMapping("/api/people-choices")
    Choices choices() {
        Actor keeper = keeper();
        Known names = known.companies();
        return new Choices(
                Arrays.stream(Role.values())
                        .filter(role -> AccountAuthority.mayKeep(keeper, List.of(role)))
                        .map(role -> new PersonViews.Named(role.group(), role.title()))
                        .toList(),
                byName(names.companies()),
                byName(names.vendors()),
                FourEyes.pairs().stream()
                        .map(pair -> new Apart(
                                List.of(pair.one().group(), pair.other().group()), pair.warning()))
                        .toList());
    }

    /** @param apart roles that one person should not have together */
    record Choices(
            List<PersonViews.Named> roles,
            List<PersonViews.Named> companies,
            List<PersonViews.Named> vendors,
            List<Apart> apart) {}

    /** @param roles groups of two roles @param warning Chinese */
    record Apart(List<String> roles, String warning) {}

    private static List<PersonViews.Named> byName(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> new PersonViews.Named(name.getKey(), name.getValue()))
                .sorted(Comparator.comparing(PersonViews.Named::name))
                .toList();
    }

    private Actor keeper() {
        Actor actor = user.current();
        AccountAuthority.requireKeeper(actor);
        return actor;
    }
}

package cn.citybrain.parking.onboarding.masterdata.person;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountAuthority;
import cn.citybrain.parking.onboarding.access.account.ClaimedTasks;
import cn.citybrain.parking.onboarding.access.account.ClaimedTasks.Claimed;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.PasswordLinks;
import cn.citybrain.parking.onboarding.access.people.FourEyes;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.ChangedField;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People as the pages show them. */
@Component
class PersonViews {

    private final ClaimedTasks tasks;
    private final PasswordLinks links;
    private final CompanyPeople people;

    PersonViews(ClaimedTasks tasks, PasswordLinks links, CompanyPeople people) {
        this.tasks = tasks;
        this.links = links;
        this.people = people;
    }

    /**
     * @param roles in Chinese
     * @param companies names of parking companies, and of the vendor
     */
    record Row(
            String userId,
            String name,
            String mail,
            List<String> roles,
            List<String> companies,
            String state,
            String stateText,
            Instant lastLogin) {}

    Row row(Account account, Known known) {
        return new Row(
                account.userId(),
                account.name(),
                account.mail(),
                account.roles().stream().map(Role::title).toList(),
                Stream.concat(account.companies().stream(), account.vendor().stream())
                        .map(known::name)
                        .sorted()
                        .toList(),
                account.state().name(),
                account.state().title(),
                account.lastLogin());
    }

    /** @param id of a role's group, a tenant or a vendor's group */
    record Named(String id, String name) {}

    /**
     * @param mayKeep whether who asks may change this person
     * @param own whether it is the one who asks
     * @param warnings about roles that this person should not have together, Chinese
     * @param linkUntil until when a link by mail can be used, null if none can
     */
    record Person(
            String userId,
            String name,
            String familyName,
            String givenName,
            String mail,
            List<Named> roles,
            List<String> warnings,
            List<Named> companies,
            Named vendor,
            String state,
            String stateText,
            String reason,
            Instant lastLogin,
            long version,
            boolean mayKeep,
            boolean own,
            Instant linkUntil,
            List<Claimed> tasks) {}

    Person person(Account account, Actor reader, Known known) {
        return new Person(
                account.userId(),
                account.name(),
                account.familyName(),
                account.givenName(),
                account.mail(),
                account.roles().stream()
                        .map(role -> new Named(role.group(), role.title()))
                        .toList(),
                FourEyes.warnings(account.roles()),
                named(account.companies(), known),
                account.vendor()
                        .map(group -> new Named(group, known.name(group)))
                        .orElse(null),
                account.state().name(),
                account.state().title(),
                account.reason(),
                account.lastLogin(),
                account.version(),
                AccountAuthority.mayKeep(reader, account.roles()),
                reader.userId().equals(account.userId()),
                links.openUntil(account.userId()).orElse(null),
                tasks.of(account.userId()));
    }

    private static List<Named> named(Collection<String> ids, Known known) {
        return ids.stream()
                .map(id -> new Named(id, known.name(id)))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    /** @param by the person's name, or who is none */
    record Entry(long id, String action, String by, Instant at, List<ChangedField> fields, String note) {}

    List<Entry> history(List<Change> changes) {
        Map<String, String> names =
                people.names(changes.stream().map(Change::by).collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> new Entry(
                        change.id(),
                        change.action(),
                        names.get(change.by()),
                        change.at(),
                        change.fields(),
                        change.note()))
                .toList();
    }
}

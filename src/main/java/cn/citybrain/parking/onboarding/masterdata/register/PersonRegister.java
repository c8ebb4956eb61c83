package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.Accounts;
import cn.citybrain.parking.onboarding.access.account.Known;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.access.account.PersonEntry;
import cn.citybrain.parking.onboarding.access.people.FourEyes;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Files of people. Who is new is invited by mail, and sets the password. */
@Component
class PersonRegister implements Register<PersonRow> {

    private final Accounts accounts;
    private final KnownAccounts known;
    private final KnownNames names;
    private final Newcomers newcomers;

    /** What is done about somebody new. */
    interface Newcomers {
        void take(PersonEntry entry, Actor by, Known known, String note);
    }

    @Autowired
    PersonRegister(Accounts accounts, KnownAccounts known, KnownNames names) {
        this(accounts, known, names, (entry, by, all, note) -> accounts.invite(by, entry, all, note));
    }

    private PersonRegister(Accounts accounts, KnownAccounts known, KnownNames names, Newcomers newcomers) {
        this.accounts = accounts;
        this.known = known;
        this.names = names;
        this.newcomers = newcomers;
    }

    /** One that gives everybody new the same password instead of an invitation: for the demo. */
    PersonRegister withPassword(String password) {
        return new PersonRegister(accounts, known, names, (entry, by, all, note) -> accounts.add(entry, password));
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PEOPLE;
    }

    @Override
    public Layout layout() {
        return Layouts.PEOPLE;
    }

    @Override
    public List<String> distinct() {
        return List.of("userId");
    }

    @Override
    public String id(Map<String, String> values) {
        return values.get("userId");
    }

    @Override
    public Map<String, Kept<PersonRow>> kept(Collection<String> ids) {
        Map<String, Kept<PersonRow>> kept = new HashMap<>();
        known.read().accounts().values().stream()
                .filter(account -> ids.contains(account.userId()))
                .forEach(account ->
                        kept.put(account.userId(), new Kept<>(PersonRow.of(account.entry()), account.version())));
        return kept;
    }

    @Override
    public PersonRow entry(Map<String, String> values, Kept<PersonRow> kept, Names names) {
        List<String> roles = PersonRow.several(values.get("roles"));
        Set<String> companies = new HashSet<>();
        PersonRow.several(values.get("companies")).forEach(one -> companies.add(names.company(one)));
        return new PersonRow(
                new PersonEntry(
                        values.get("userId"),
                        values.get("familyName"),
                        values.get("givenName"),
                        values.get("mail"),
                        PersonRow.known(roles),
                        companies,
                        names.vendor(values.get("vendor"))),
                PersonRow.unknown(roles));
    }

    @Override
    public Names names(Collection<Map<String, String>> rows) {
        return new Names(
                names.companies(rows.stream()
                        .map(row -> row.get("companies"))
                        .filter(Objects::nonNull)
                        .flatMap(cell -> PersonRow.several(cell).stream())
                        .toList()),
                names.vendors());
    }

    @Override
    public Map<String, String> values(PersonRow row) {
        PersonEntry entry = row.entry();
        return Map.of(
                "userId", entry.userId(),
                "familyName", entry.familyName(),
                "givenName", entry.givenName(),
                "mail", entry.mail(),
                "roles", row.roles(),
                "companies", row.companies(),
                "vendor", entry.vendor());
    }

    @Override
    public List<Map<String, String>> faults(List<Wanted<PersonRow>> wanted, Actor by) {
        PersonFaults faults = new PersonFaults(known.read(), by);
        return wanted.stream().map(faults::of).toList();
    }

    @Override
    public Map<String, String> doubts(PersonRow row) {
        List<String> warnings = FourEyes.warnings(row.entry().roles());
        return warnings.isEmpty() ? Map.of() : Map.of("roles", String.join("", warnings));
    }

    @Override
    public void write(List<PersonRow> made, List<Wanted<PersonRow>> changed, Actor by, String note) {
        Known before = known.read();
        made.forEach(row -> newcomers.take(row.entry(), by, before, note));
        for (Wanted<PersonRow> one : changed) {
            accounts.change(by, one.entry().entry(), one.kept().version(), before, note);
        }
    }
}

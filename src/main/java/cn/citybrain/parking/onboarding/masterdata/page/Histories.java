package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was done to a record as its page shows it. Three statements a page. */
@Component
class Histories {

    private static final int SIZE = 10;

    private final Changes changes;
    private final CompanyPeople people;

    Histories(Changes changes, CompanyPeople people) {
        this.changes = changes;
        this.people = people;
    }

    /**
     * @param by the person's name
     * @param userId the person's id
     */
    record Entry(
            long id, String action, String by, String userId, Instant at, List<ChangedField> fields, String note) {}

    /** Newest first. */
    Page<Entry> of(Subject subject, int page) {
        Wanted wanted = new Wanted("", page, SIZE);
        List<Change> found = changes.of(subject, wanted.page(), wanted.size());
        Map<String, String> names = names(found);
        return new Page<>(
                found.stream()
                        .map(change -> new Entry(
                                change.id(),
                                change.action(),
                                names.get(change.by()),
                                change.by(),
                                change.at(),
                                change.fields(),
                                change.note()))
                        .toList(),
                changes.count(subject),
                wanted);
    }

    /** The names of those who made the changes, by user id. */
    Map<String, String> names(Collection<Change> found) {
        return people.names(found.stream().map(Change::by).collect(Collectors.toSet()));
    }
}

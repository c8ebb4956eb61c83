package cn.citybrain.parking.onboarding.audit.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that happened.
 *
 * @param title a Chinese sentence without its person
 * @param person who did it; null where no person did: the process, a channel or a lot
 * @param lotCode empty where it is about no single lot
 * @param processInstanceId null where no process is behind it
 * @param activityId the step of the model, null where none is
 * @param facts what else is known, in the order in which it is read
 * @param source the row that it was read from
 */
public record Entry(
        Instant at,
        Kind kind,
        String title,
        Person person,
        String lotCode,
        String processInstanceId,
        String activityId,
        List<Fact> facts,
        Source source) {

    /** By time, then kind, then source: the same rows are always told in the same order. */
    public static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at)
            .thenComparing(Entry::kind)
            .thenComparing(entry -> entry.source().table())
            .thenComparing(entry -> entry.source().sortable())
            .thenComparing(Entry::title);

    public Entry {
        facts = List.copyOf(facts);
    }

    /** With the name and role of its person. */
    Entry by(Person known) {
        return new Entry(at, kind, title, known, lotCode, processInstanceId, activityId, facts, source);
    }

    /** The value under a label, empty if there is none. */
    public String fact(String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    /** @param label Chinese */
    public record Fact(String label, String value) {}

    /** @param table as the database names it, in lower case @param id of the row, as text */
    public record Source(String table, String id) {

        /** Numbers in their own order, whatever their length. */
        String sortable() {
            return id.chars().allMatch(Character::isDigit) ? "%020d".formatted(Long.parseLong(id)) : id;
        }
    }
}

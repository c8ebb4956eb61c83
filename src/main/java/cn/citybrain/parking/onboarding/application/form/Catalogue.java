package cn.citybrain.parking.onboarding.application.form;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The fields of a channel's application ({@code forms/<channel>.fields.json}): what the form shows and what the server
 * checks.
 *
 * @param accountField key of the field whose value makes a receiving account unique; it is in the first stage
 * @param devicesPerLane whether a lot needs devices in its lanes before it can be bound
 * @param lotLocation whether the channel wants to know where each lot is and what its drivers call
 * @param signsOnSite whether people of the channel come to sign
 * @param settlementBank the only bank that the channel settles with, null for any
 * @param repertoire which characters the channel takes; all where nothing is said
 * @param stages what is submitted together, in the order of the procedure
 * @param perLot what is asked for each of some lots
 */
public record Catalogue(
        String channel,
        String accountField,
        boolean devicesPerLane,
        boolean lotLocation,
        boolean signsOnSite,
        String settlementBank,
        Repertoire repertoire,
        List<Stage> stages,
        List<Group> groups,
        List<PerLot> perLot) {

    public Catalogue {
        if (accountField == null) {
            throw new IllegalArgumentException("fields of " + channel + " name no accountField");
        }
        if (stages == null) {
            throw new IllegalArgumentException("fields of " + channel + " name no stages");
        }
        repertoire = repertoire == null ? Repertoire.ALL : repertoire;
        stages = List.copyOf(stages);
        String first = stages.stream().findFirst().map(Stage::key).orElse("");
        groups = groups.stream().map(group -> group.inStage(first)).toList();
        perLot = perLot == null ? List.of() : List.copyOf(perLot);
    }

    /** @param stage key of the stage that asks for it; none is the first */
    public record Group(String key, String label, String help, String stage, List<Field> fields) {

        Group inStage(String otherwise) {
            return stage == null ? new Group(key, label, help, otherwise, fields) : this;
        }

        private Group with(UnaryOperator<Field> change) {
            return new Group(
                    key, label, help, stage, fields.stream().map(change).toList());
        }
    }

    public Stream<Field> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    public String label(String key) {
        return field(key)
                .map(Field::label)
                .or(() -> perLot.stream()
                        .flatMap(each -> each.label(key).stream())
                        .findFirst())
                .orElse("其他");
    }

    /** The label; of what is asked for each lot, the one that all lots share. */
    public String sharedLabel(String key) {
        return field(key)
                .map(Field::label)
                .or(() -> perLot.stream()
                        .flatMap(each -> each.asked(key).stream())
                        .map(Field::label)
                        .findFirst())
                .orElse("其他");
    }

    /** The key itself; for what is asked for each lot, the keys of all lots. */
    public List<String> keys(String key) {
        List<String> ofLots = perLot.stream()
                .flatMap(each -> each.fields().stream())
                .filter(field -> field.key().equals(key))
                .flatMap(any -> fields().map(Field::key).filter(own -> own.startsWith(key + Field.OF_LOT)))
                .toList();
        return ofLots.isEmpty() ? List.of(key) : ofLots;
    }

    /** The same catalogue with the groups of the lots that these values name. */
    Catalogue forLots(Map<String, String> values, Map<String, String> names) {
        Stream<Group> ofLots = perLot.stream().flatMap(each -> each.groups(values, names));
        return with(stages, Stream.concat(groups.stream(), ofLots).toList(), perLot);
    }

    /** The stage of that key. */
    public Stage stage(String key) {
        return stages.stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(channel + " has no stage " + key));
    }

    /** Whether nothing is to be submitted after this stage. */
    public boolean endsWith(String stage) {
        return stages.get(stages.size() - 1).key().equals(stage);
    }

    /** Whether a stage comes after another one. */
    public boolean isAfter(String stage, String other) {
        return stages.indexOf(stage(stage)) > stages.indexOf(stage(other));
    }

    /** Only what these stages ask for. */
    public Catalogue only(Collection<String> keys) {
        return reduced(stage -> keys.contains(stage.key()));
    }

    /** What is asked for up to and with a stage. */
    public Catalogue through(String key) {
        int last = stages.indexOf(stage(key));
        return reduced(stage -> stages.indexOf(stage) <= last);
    }

    /** What is asked for before a stage. */
    public Catalogue before(String key) {
        int end = stages.indexOf(stage(key));
        return reduced(stage -> stages.indexOf(stage) < end);
    }

    /** The same catalogue with the cities to choose from, where one is asked for. */
    public Catalogue withCities() {
        return with(field -> field.type() == FieldType.REGION_CODE ? field.choosing(Regions.MAINLAND.cities()) : field);
    }

    /** The same catalogue with changed fields. */
    Catalogue with(UnaryOperator<Field> change) {
        return with(stages, groups.stream().map(group -> group.with(change)).toList(), perLot);
    }

    private Catalogue reduced(Predicate<Stage> kept) {
        return with(
                stages.stream().filter(kept).toList(),
                groups.stream().filter(group -> kept.test(stage(group.stage()))).toList(),
                perLot.stream().filter(each -> kept.test(stage(each.stage()))).toList());
    }

    private Catalogue with(List<Stage> newStages, List<Group> newGroups, List<PerLot> newPerLot) {
        return new Catalogue(
                channel,
                accountField,
                devicesPerLane,
                lotLocation,
                signsOnSite,
                settlementBank,
                repertoire,
                newStages,
                newGroups,
                newPerLot);
    }

    /** Whether the form has the field, given the other values. */
    public boolean applies(Field field, Map<String, String> values) {
        return !field.former() && holds(field.condition(), values);
    }

    boolean required(Field field, Map<String, String> values) {
        return (field.required() || field.requiredWhen() != null) && applies(field, values);
    }

    /** A condition on a field that itself is not there does not hold; where nothing was said, the empty text counts. */
    boolean holds(Condition condition, Map<String, String> values) {
        return condition == null
                || condition.fields().entrySet().stream()
                        .allMatch(entry -> entry.getValue().contains(values.getOrDefault(entry.getKey(), ""))
                                && field(entry.getKey())
                                        .filter(f -> applies(f, values))
                                        .isPresent());
    }

    /** The keys and those of the fields that come and go with them. */
    public Set<String> withDependents(Set<String> keys) {
        Set<String> all = new LinkedHashSet<>(keys);
        int before;
        do {
            before = all.size();
            fields().filter(field ->
                            field.condition().fields().keySet().stream().anyMatch(all::contains))
                    .forEach(field -> all.add(field.key()));
        } while (all.size() > before);
        return all;
    }
}

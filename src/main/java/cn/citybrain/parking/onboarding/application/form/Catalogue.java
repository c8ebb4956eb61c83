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
 * @param filledAfterStart whether the process begins with an empty draft, which is filled in step by step
 * @param lotLocation whether the channel wants to know where each lot is and what its drivers call
 * @param signsOnSite whether people of the channel come to sign
 * @param stages what is submitted together, in the order of the procedure; a catalogue that names none has one
 */
public record Catalogue(
        String channel,
        String accountField,
        boolean devicesPerLane,
        boolean filledAfterStart,
        boolean lotLocation,
        boolean signsOnSite,
        List<Stage> stages,
        List<Group> groups) {

    public Catalogue {
        if (accountField == null) {
            throw new IllegalArgumentException("fields of " + channel + " name no accountField");
        }
        stages = stages == null ? List.of(Stage.WHOLE) : List.copyOf(stages);
        String first = stages.stream().findFirst().map(Stage::key).orElse("");
        groups = groups.stream().map(group -> group.inStage(first)).toList();
    }

    /** @param stage key of the stage that asks for it; none is the first */
    record Group(String key, String label, String help, String stage, List<Field> fields) {

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
        return field(key).map(Field::label).orElse("其他");
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

    /** The same catalogue with changed fields. */
    Catalogue with(UnaryOperator<Field> change) {
        return new Catalogue(
                channel,
                accountField,
                devicesPerLane,
                filledAfterStart,
                lotLocation,
                signsOnSite,
                stages,
                groups.stream().map(group -> group.with(change)).toList());
    }

    private Catalogue reduced(Predicate<Stage> kept) {
        return new Catalogue(
                channel,
                accountField,
                devicesPerLane,
                filledAfterStart,
                lotLocation,
                signsOnSite,
                stages.stream().filter(kept).toList(),
                groups.stream().filter(group -> kept.test(stage(group.stage()))).toList());
    }

    /** Whether the form has the field, given the other values. */
    public boolean applies(Field field, Map<String, String> values) {
        return holds(field.condition(), values);
    }

    boolean required(Field field, Map<String, String> values) {
        return (field.required() || field.requiredWhen() != null) && applies(field, values);
    }

    /** A condition on a field that itself is not there does not hold. */
    boolean holds(Condition condition, Map<String, String> values) {
        return condition == null
                || condition.fields().entrySet().stream()
                        .allMatch(entry -> entry.getValue().contains(values.get(entry.getKey()))
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

package cn.citybrain.parking.onboarding.application;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a channel's application ({@code forms/<channel>.fields.json}): what the form shows and what the server
 * checks.
 *
 * @param accountField key of the field whose value makes a receiving account unique
 * @param devicesPerLane whether a lot needs devices in its lanes before it can be bound
 */
record Catalogue(String channel, String accountField, boolean devicesPerLane, List<Group> groups) {

    Catalogue {
        if (accountField == null) {
            throw new IllegalArgumentException("fields of " + channel + " name no accountField");
        }
        groups = List.copyOf(groups);
    }

    record Group(String key, String label, String help, List<Field> fields) {}

    Stream<Field> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    String label(String key) {
        return field(key).map(Field::label).orElse("其他");
    }

    /** Whether the form has the field, given the other values. */
    boolean applies(Field field, Map<String, String> values) {
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
    Set<String> withDependents(Set<String> keys) {
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

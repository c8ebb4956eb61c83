package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was said along with a command. */
public record Inputs(Map<String, Object> values) {

    static final Inputs NONE = new Inputs(Map.of());

    /** With the initial value of whatever was not said. */
    Inputs or(List<Action.Input> wanted) {
        Map<String, Object> all = new HashMap<>();
        wanted.forEach(input -> all.put(input.name(), input.initial()));
        all.putAll(values);
        return new Inputs(all);
    }

    /** With the channel's words for every field that is complained about. */
    public Inputs named(Map<String, String> words) {
        if (!values.containsKey("complaints")) {
            return this;
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put(
                "complaints",
                complaints().stream().map(one -> named(one, words)).toList());
        return new Inputs(all);
    }

    private static Complaint named(Complaint given, Map<String, String> words) {
        String name =
                given.fieldName().isBlank() ? words.getOrDefault(given.field(), given.field()) : given.fieldName();
        return new Complaint(given.field(), name, given.reason());
    }

    /** One of them, empty if it was not said. */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    /** What is wrong with each field; may be empty. */
    public List<Complaint> complaints() {
        return values.get("complaints") instanceof List<?> list
                ? list.stream().map(Inputs::complaint).toList()
                : List.of();
    }

    private static Complaint complaint(Object given) {
        if (given instanceof Complaint complaint) {
            return complaint;
        }
        Map<?, ?> map = given instanceof Map<?, ?> fields ? fields : Map.of();
        return new Complaint(text(map, "field"), text(map, "fieldName"), text(map, "reason"));
    }

    private static String text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? "" : value.toString();
    }
}

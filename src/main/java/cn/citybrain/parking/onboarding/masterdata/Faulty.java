package cn.citybrain.parking.onboarding.masterdata;

import java.util.List;
import java.util.Map;

/** Entries that are not accepted; nothing of what was asked has been done. */
public class Faulty extends RuntimeException {

    private final List<Map<String, String>> faults;

    /** @param faults of each entry in the order in which they were given, by field; an empty map where nothing is wrong */
    public Faulty(List<Map<String, String>> faults) {
        super(faults.stream()
                .flatMap(entry -> entry.values().stream())
                .findFirst()
                .orElse("内容有误，请核对"));
        this.faults = List.copyOf(faults);
    }

    public static Faulty of(String field, String fault) {
        return new Faulty(List.of(Map.of(field, fault)));
    }

    /** Of each entry, by field. */
    public List<Map<String, String>> faults() {
        return faults;
    }

    /** Of the first entry, by field. */
    public Map<String, String> fields() {
        return faults.get(0);
    }

    /** @throws Faulty if there is any */
    public static void unlessEmpty(List<Map<String, String>> faults) {
        if (faults.stream().anyMatch(entry -> !entry.isEmpty())) {
            throw new Faulty(faults);
        }
    }
}

package cn.citybrain.parking.onboarding.access.route;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The status that each visitor is answered. */
record Expectation(Map<Visitor, Integer> statuses) {

    private static final String OTHERS = "*";

    /**
     * @param line e.g. {@code nobody 401, * 403, supervisor 200, auditor 200}
     * @throws IllegalArgumentException unless it says something of everybody
     */
    static Expectation of(String line) {
        Map<String, Integer> said = java.util.Arrays.stream(line.split(","))
                .map(part -> part.strip().split(" +"))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
        Map<Visitor, Integer> statuses = new EnumMap<>(Visitor.class);
        for (Visitor visitor : Visitor.values()) {
            Integer status = said.containsKey(visitor.word()) ? said.get(visitor.word()) : said.get(OTHERS);
            if (status == null) {
                throw new IllegalArgumentException("nothing is said of " + visitor.word() + ": " + line);
            }
            statuses.put(visitor, status);
        }
        said.keySet().stream()
                .filter(word -> !word.equals(OTHERS) && Visitor.called(word).isEmpty())
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException("nobody is called " + word + ": " + line);
                });
        return new Expectation(statuses);
    }

    /** As {@link #of} reads it, with what most are answered as {@code *}. */
    @Override
    public String toString() {
        Integer most = statuses.entrySet().stream()
                .filter(one -> one.getKey() != Visitor.NOBODY)
                .map(Map.Entry::getValue)
                .collect(Collectors.groupingBy(Function.identity(), java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        String exceptions = statuses.entrySet().stream()
                .filter(one -> one.getKey() != Visitor.NOBODY && !one.getValue().equals(most))
                .map(one -> ", " + one.getKey().word() + " " + one.getValue())
                .collect(Collectors.joining());
        return "nobody " + statuses.get(Visitor.NOBODY) + ", * " + most + exceptions;
    }
}

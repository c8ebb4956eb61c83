package cn.citybrain.parking.onboarding.access.door;

import java.util.List;

/** Who calls an address: machines prove each message by its signature, everybody else logs in. */
public enum Callers {
    /** Lots and channels. */
    MACHINES("/api/v2/cp/**", "/api/v2/tcjg/**", "/tcjg/api/**", "/callbacks/**"),
    /** Whoever watches the node. */
    WATCHERS("/actuator/health", "/actuator/health/**", "/actuator/prometheus"),
    /** With a browser: everything else. */
    PEOPLE;

    private static final String BELOW = "/**";

    private final List<String> patterns;

    Callers(String... patterns) {
        this.patterns = List.of(patterns);
    }

    /** As Spring's path patterns have it; none for {@link #PEOPLE}. */
    public List<String> patterns() {
        return patterns;
    }

    /** @param path decoded, without a query */
    static Callers of(String path) {
        for (Callers callers : values()) {
            if (callers.patterns.stream().anyMatch(pattern -> fits(pattern, path))) {
                return callers;
            }
        }
        return PEOPLE;
    }

    private static boolean fits(String pattern, String path) {
        return pattern.endsWith(BELOW)
                ? path.startsWith(pattern.substring(0, pattern.length() - BELOW.length() + 1))
                : path.equals(pattern);
    }
}

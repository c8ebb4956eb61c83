package cn.citybrain.parking.onboarding.access.route;

import cn.citybrain.parking.onboarding.access.Browser;
import java.util.Locale;
import java.util.Optional;

/** Who calls, in this order: whoever may change something comes after those who may not. */
public enum Visitor {
    NOBODY(""),
    /** An operator of another company than the one that everything here belongs to. */
    NEIGHBOUR("chengxi"),
    /** A vendor without the lot. */
    FOREIGNER("vendor2"),
    AUDITOR("auditor"),
    ADMIN("admin"),
    VENDOR("zhilian"),
    REVIEWER("reviewer"),
    SUPERVISOR("supervisor"),
    OPERATOR("hubin");

    private final String userId;

    Visitor(String userId) {
        this.userId = userId;
    }

    /** As the tables write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Visitor> called(String word) {
        for (Visitor visitor : values()) {
            if (visitor.word().equals(word)) {
                return Optional.of(visitor);
            }
        }
        return Optional.empty();
    }

    public Browser browser(int port) {
        return this == NOBODY ? new Browser(port) : Browser.of(port, userId);
    }
}

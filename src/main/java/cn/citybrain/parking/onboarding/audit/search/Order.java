package cn.citybrain.parking.onboarding.audit.search;

import java.util.Arrays;
import java.util.Optional;

/** What a list of applications is sorted by. */
enum Order {
    BEGUN("a.created_at"),
    /** Running ones last. */
    ENDED(ApplicationColumns.ENDED),
    NUMBER("a.no"),
    COMPANY("m.name"),
    CHANNEL("a.channel");

    private final String column;

    Order(String column) {
        this.column = column;
    }

    static Optional<Order> named(String name) {
        return Arrays.stream(values())
                .filter(order -> order.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Never two in the same place. */
    String sql(boolean descending) {
        String way = descending ? " DESC" : "";
        return " ORDER BY " + column + way + " NULLS LAST, a.id" + way;
    }
}

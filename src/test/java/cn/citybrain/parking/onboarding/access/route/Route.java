package cn.citybrain.parking.onboarding.access.route;

import java.util.Comparator;

/**
 * An address as it is mapped.
 *
 * @param method GET, POST …
 * @param path with its variables in braces, and what a query must have behind a question mark
 */
public record Route(String method, String path) implements Comparable<Route> {

    static Route of(String line) {
        String[] parts = line.split(" +", 2);
        return new Route(parts[0], parts[1].strip());
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    @Override
    public int compareTo(Route other) {
        return Comparator.comparing(Route::path).thenComparing(Route::method).compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

package cn.citybrain.parking.onboarding.access.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/**
 * Routes and what everybody is answered there, as a file: a line {@code = …} says the answers for the routes below it, and
 * {@code #} begins a comment.
 */
record RouteTable(SortedMap<Route, Expectation> rules) {

    private static final Path OBSERVED = Path.of("target", "routes");

    static RouteTable read(String resource) {
        try {
            return parsed(new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteTable parsed(String text) {
        SortedMap<Route, Expectation> rules = new TreeMap<>();
        Expectation expectation = null;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("=")) {
                expectation = Expectation.of(line.substring(1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (rules.put(Route.of(line), expectation) != null) {
                    throw new IllegalArgumentException("stands there twice: " + line);
                }
            }
        }
        return new RouteTable(rules);
    }

    /** Leaves what was observed where somebody who adds a route can copy the line from, after having thought about it. */
    static void leave(String name, SortedMap<Route, Expectation> observed) {
        Map<String, List<Route>> groups = new TreeMap<>();
        observed.forEach((route, answers) -> groups.computeIfAbsent(answers.toString(), new_ -> new ArrayList<>())
                .add(route));
        StringBuilder text = new StringBuilder();
        groups.forEach((answers, routes) -> {
            text.append("= ").append(answers).append('\n');
            routes.forEach(route -> text.append(route).append('\n'));
            text.append('\n');
        });
        try {
            Files.createDirectories(OBSERVED);
            Files.writeString(OBSERVED.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

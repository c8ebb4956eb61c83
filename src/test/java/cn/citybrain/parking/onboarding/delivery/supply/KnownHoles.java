package cn.citybrain.parking.onboarding.delivery.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The list in {@code .ci/known-holes.yaml}. */
record KnownHoles(List<Hole> holes) {

    private static final Path FILE = Path.of(".ci", "known-holes.yaml");

    /**
     * @param open sentences: what fails
     * @param accepted sentences: what we live with for now
     */
    record Verdict(List<String> open, List<String> accepted) {}

    static KnownHoles read() {
        try {
            return parsed(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException where a line lacks something, or says something that is none */
    static KnownHoles parsed(String yaml) {
        List<Map<String, Object>> lines = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new KnownHoles(lines.stream().map(KnownHoles::hole).toList());
    }

    Verdict of(Collection<Component> components, LocalDate today) {
        List<String> open = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (Hole hole : holes) {
            TreeSet<String> hit = new TreeSet<>();
            components.stream().filter(hole::isIn).forEach(library -> hit.add(library.toString()));
            if (!hit.isEmpty()) {
                String found = hole.id() + " in " + String.join(", ", hit) + ": " + hole.what();
                hole.accepted()
                        .filter(reason -> !today.isAfter(reason.until()))
                        .ifPresentOrElse(
                                reason -> accepted.add(
                                        found + "\n    accepted until " + reason.until() + ": " + reason.because()),
                                () -> open.add(hole.accepted()
                                        .map(reason -> found + "\n    was accepted until " + reason.until()
                                                + "; look at it again: " + reason.because())
                                        .orElse(found)));
            }
        }
        return new Verdict(open, accepted);
    }

    private static Hole hole(Map<String, Object> line) {
        return new Hole(
                text(line, "hole"),
                text(line, "component"),
                Hole.range(text(line, "versions")),
                text(line, "what"),
                Optional.ofNullable(line.get("accepted")).map(KnownHoles::accepted));
    }

    @SuppressWarnings("unchecked")
    private static Hole.Accepted accepted(Object reason) {
        Map<String, Object> said = (Map<String, Object>) reason;
        return new Hole.Accepted(text(said, "because"), LocalDate.parse(text(said, "until")));
    }

    private static String text(Map<String, Object> line, String name) {
        return Optional.ofNullable(line.get(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing: " + line));
    }
}

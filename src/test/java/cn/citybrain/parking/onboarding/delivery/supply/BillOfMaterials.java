package cn.citybrain.parking.onboarding.delivery.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the build wrote of the libraries (CycloneDX). Of scope {@code optional} is what the demo alone has. */
public record BillOfMaterials(JsonNode json) {

    /** Where Spring Boot's manifest says that it is. */
    public static final String IN_THE_JAR = "META-INF/sbom/application.cdx.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    static BillOfMaterials built() {
        try {
            return new BillOfMaterials(
                    JSON.readTree(Path.of("target", "classes", IN_THE_JAR).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("the bill of materials is made by Maven online, without -o", e);
        }
    }

    /** @param jar one of the two */
    public static BillOfMaterials in(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getEntry(IN_THE_JAR))) {
            return new BillOfMaterials(JSON.readTree(in));
        }
    }

    Set<Component> components() {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .map(one -> new Component(
                        one.path("group").asText() + ":" + one.path("name").asText(),
                        one.path("version").asText()))
                .collect(Collectors.toSet());
    }

    /** Artifacts without their groups and versions. */
    public Set<String> libraries() {
        return names(one -> true);
    }

    /** As {@link #libraries}, without what only the demo has. */
    public Set<String> librariesOfTheProduct() {
        return names(one -> one.path("scope").asText().equals("required"));
    }

    private Set<String> names(Predicate<JsonNode> wanted) {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .filter(wanted)
                .map(one -> one.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package cn.citybrain.parking.onboarding.access.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses of the files that our pages are made of. */
final class OurFiles {

    private static final Path ROOT = Path.of("src", "main", "resources", "META-INF", "resources");

    private OurFiles() {}

    static SortedSet<String> addresses() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("onboarding"))) {
            SortedSet<String> addresses = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            addresses.add("/" + ROOT.relativize(file).toString().replace('\\', '/')));
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

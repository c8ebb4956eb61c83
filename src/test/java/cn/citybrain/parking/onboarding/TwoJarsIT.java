package cn.citybrain.parking.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Opens the two jars as they were built, after packaging: the product's holds the product alone, the demo's holds both. */
class TwoJarsIT {

    private static final Path PRODUCT = Path.of(System.getProperty("jar.product"));
    private static final Path DEMO = Path.of(System.getProperty("jar.demo"));
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** What Maven and Spring Boot add. */
    private static final String MADE_BY_THE_BUILD =
            "META-INF/(MANIFEST\\.MF|BOOT\\.SF|maven/.*|services/java\\.nio\\.file\\..*)"
                    + "|BOOT-INF/(lib/.*|classpath\\.idx|layers\\.idx)|org/springframework/boot/loader/.*";

    @Test
    void everythingInTheProductStemsFromItsOwnSources() throws IOException {
        Set<String> strangers = files(PRODUCT);
        strangers.removeIf(name -> name.matches(MADE_BY_THE_BUILD)
                || Files.exists(Path.of("src/main/java", source(name)))
                || Files.exists(Path.of("src/main/resources", inside(name)))
                || Files.exists(Path.of(inside(name))) && inside(name).matches("(bpmn|forms)/.*"));

        assertThat(strangers)
                .as(
                        "neither src/main nor bpmn nor forms has them: a file of the demo, or left over in target (mvn clean)")
                .isEmpty();
    }

    @Test
    void nothingOfTheDemoIsInTheProductAndAllOfItInTheDemo() throws IOException {
        Set<String> product = files(PRODUCT).stream().map(TwoJarsIT::made).collect(Collectors.toSet());
        Set<String> demo = files(DEMO).stream().map(TwoJarsIT::made).collect(Collectors.toSet());
        Set<String> others = filesOfTheDemo();

        assertThat(others).hasSizeGreaterThan(250);
        assertThat(others.stream().filter(product::contains))
                .as("to be excluded from the product in pom.xml")
                .isEmpty();
        assertThat(Stream.concat(others.stream(), product.stream()).filter(name -> !demo.contains(name)))
                .as("missing in the demo")
                .isEmpty();
    }

    @Test
    void eachStartsWhatItIs() throws IOException {
        assertThat(startClass(PRODUCT)).isEqualTo("cn.citybrain.parking.onboarding.OnboardingApplication");
        assertThat(startClass(DEMO)).isEqualTo("cn.citybrain.parking.onboarding.demo.DemoApplication");
    }

    /** ArchUnit, JUnit and the demo's mail catcher once were in production because something else had brought them. */
    @Test
    void theProductBringsTheLibrariesThatItIsKnownToNeed() throws IOException {
        Set<String> known = new ClassPathResource("jars/product-libraries.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = libraries(PRODUCT);

        assertThat(there.stream().filter(name -> !known.contains(name)))
                .as("new: needed by the product, then add it to product-libraries.txt; by the demo alone, then make it"
                        + " optional in pom.xml; by neither, then exclude it there")
                .isEmpty();
        assertThat(known.stream().filter(name -> !there.contains(name)))
                .as("gone: take it out of product-libraries.txt")
                .isEmpty();
    }

    @Test
    void theDemoBringsItsBrokerAndItsMailCatcherBesides() throws IOException {
        Set<String> besides = libraries(DEMO);
        assertThat(besides).containsAll(libraries(PRODUCT));
        besides.removeAll(libraries(PRODUCT));

        assertThat(besides)
                .containsExactlyInAnyOrder(
                        "moquette-broker", "netty-codec-http", "netty-codec-mqtt", "commons-codec", "greenmail");
    }

    @Test
    void noKeyIsInTheProduct() throws IOException {
        try (JarFile jar = new JarFile(PRODUCT.toFile())) {
            Set<String> keys = files(PRODUCT);
            keys.removeIf(name -> !name.matches(".*(\\.(pem|key|p8|p12|pfx|jks|keystore)|-key\\.txt)")
                    && (name.matches(".*\\.(class|jar)") || !holdsKey(jar, jar.getEntry(name))));

            assertThat(keys).isEmpty();
        }
    }

    private static boolean holdsKey(JarFile jar, ZipEntry file) {
        try (InputStream in = jar.getInputStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains("PRIVATE KEY-----") || text.contains("demo-only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As they are called in a jar, each class by its source. */
    private static Set<String> filesOfTheDemo() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String root : List.of("src/demo/java", "src/demo/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .map(file -> Path.of(root).relativize(file).toString())
                        // no class is made of a package's description without annotations
                        .filter(name -> !name.endsWith("package-info.java"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static Set<String> files(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> libraries(Path path) throws IOException {
        return files(path).stream()
                .filter(name -> name.startsWith(LIBRARIES))
                .map(name -> name.substring(LIBRARIES.length()).replaceAll("-\\d+(\\.\\d.*)?\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String startClass(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Start-Class");
        }
    }

    private static String made(String entry) {
        return entry.endsWith(".class") ? source(entry) : inside(entry);
    }

    private static String source(String entry) {
        return inside(entry).replaceFirst("(\\$.*)?\\.class$", ".java");
    }

    private static String inside(String entry) {
        return entry.startsWith(CLASSES) ? entry.substring(CLASSES.length()) : entry;
    }
}

package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.delivery.supply.BillOfMaterials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Opens the two jars after packaging: the product's holds the product alone, the demo's holds both. */
class TwoJarsIT {

    private final BuiltJar product = BuiltJar.named("jar.product");
    private final BuiltJar demo = BuiltJar.named("jar.demo");

    @Test
    void everythingInTheProductStemsFromItsOwnSources() throws IOException {
        assertThat(product.sources().stream().filter(name -> !isTheProducts(name)))
                .as("neither in src/main nor in bpmn or forms: a file of the demo, or left over in target (mvn clean)")
                .isEmpty();
    }

    @Test
    void nothingOfTheDemoIsInTheProduct() throws IOException {
        Set<String> there = product.sources();

        assertThat(sourcesOfTheDemo().stream().filter(there::contains))
                .as("to be excluded from the product in pom.xml")
                .isEmpty();
    }

    @Test
    void theDemoHoldsBoth() throws IOException {
        assertThat(sourcesOfTheDemo())
                .contains("cn/citybrain/parking/onboarding/demo/DemoApplication.java", "application-demo.yaml");
        assertThat(missingInTheDemo(sourcesOfTheDemo())).isEmpty();
        assertThat(missingInTheDemo(product.sources())).isEmpty();
    }

    @Test
    void eachStartsWhatItIs() throws IOException {
        assertThat(product.startClass()).isEqualTo("cn.citybrain.parking.onboarding.OnboardingApplication");
        assertThat(demo.startClass()).isEqualTo("cn.citybrain.parking.onboarding.demo.DemoApplication");
    }

    /** ArchUnit, JUnit and the demo's mail catcher once were in production because something else had brought them. */
    @Test
    void theProductBringsTheLibrariesThatItIsKnownToNeed() throws IOException {
        Set<String> known = new ClassPathResource("jars/product-libraries.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = product.libraries();

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
        Set<String> besides = demo.libraries();
        assertThat(besides).containsAll(product.libraries());
        besides.removeAll(product.libraries());

        assertThat(besides)
                .containsExactlyInAnyOrder("moquette-broker", "netty-codec-http", "netty-codec-mqtt", "greenmail");
    }

    /** Scanners believe the bill, and not the jar. Spring Boot adds its tools when it packs. */
    @Test
    void theBillOfMaterialsInEachNamesWhatIsInIt() throws IOException {
        for (BuiltJar jar : List.of(product, demo)) {
            BillOfMaterials bill = BillOfMaterials.in(jar.path());
            assertThat(jar.attribute("Sbom-Location")).isEqualTo(BillOfMaterials.IN_THE_JAR);
            assertThat(packed(bill.librariesOfTheProduct())).as("required").isEqualTo(product.libraries());
            assertThat(packed(bill.libraries()))
                    .as("required, and optional for the demo")
                    .isEqualTo(demo.libraries());
        }
    }

    /** Starters are lists of others, and empty: Spring Boot leaves them out, and adds its tools. */
    private static Set<String> packed(Set<String> bill) {
        bill.removeIf(name -> name.startsWith("spring-boot-starter"));
        bill.add("spring-boot-jarmode-tools");
        return bill;
    }

    @Test
    void theDemosKeysAreInTheDemoAlone() throws IOException {
        assertThat(product.keys()).isEmpty();
        assertThat(demo.keys()).anyMatch(name -> name.endsWith("demo-only-platform-private-key.pem"));
    }

    private Stream<String> missingInTheDemo(Set<String> sources) throws IOException {
        Set<String> there = demo.sources();
        return sources.stream().filter(name -> !there.contains(name));
    }

    private static boolean isTheProducts(String name) {
        return Files.exists(Path.of("src/main/java", name))
                || Files.exists(Path.of("src/main/resources", name))
                || name.matches("(bpmn|forms)/.*") && Files.exists(Path.of(name));
    }

    private static Set<String> sourcesOfTheDemo() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path root : new Path[] {Path.of("src/demo/java"), Path.of("src/demo/resources")}) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString())
                        // no class is made of a package's description without annotations
                        .filter(name -> !name.endsWith("package-info.java"))
                        .forEach(names::add);
            }
        }
        return names;
    }
}

package cn.citybrain.parking.onboarding.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.boot.test.context.SpringBootTest;

/** The product, src/main, knows nothing of the other side, src/demo; neither do the tests of its single classes. */
class TwoSourceRootsTest {

    private static final DescribedPredicate<JavaClass> DEMO =
            describe("stem from src/demo", type -> from("demo", type));
    private static final DescribedPredicate<JavaClass> PRODUCT =
            describe("stem from src/main", type -> from("main", type));

    /** What asks the other side because that is what it is about. */
    private static final DescribedPredicate<JavaClass> OVER_THE_WIRE = describe(
            "run the application or its jar, hold an adapter against its channel, or belong to the other side",
            type -> runsTheApplication(type)
                    || type.getSimpleName().endsWith("ContractTest")
                    || type.getSimpleName().endsWith("Bench")
                    || type.getSimpleName().endsWith("IT")
                    || type.getPackageName().startsWith("cn.citybrain.parking.onboarding.simulator")
                    || type.getPackageName().startsWith("cn.citybrain.parking.fakechannel"));

    private final JavaClasses classes = CompiledClasses.all();

    @Test
    void theProductKnowsNothingOfTheDemo() {
        assertThat(classes.that(DEMO)).isNotEmpty();
        noClasses().that(PRODUCT).should().dependOnClassesThat(DEMO).check(classes);
    }

    /** Not by way of a fixture either. */
    @Test
    void neitherDoTestsOfSingleClasses() {
        noClasses()
                .that(describe("are tests", TwoSourceRootsTest::isTest))
                .and(not(OVER_THE_WIRE))
                .should()
                .transitivelyDependOnClassesThat(DEMO)
                .check(classes);
    }

    private static boolean from(String root, JavaClass type) {
        return type.getSource()
                .flatMap(source -> source.getFileName())
                .map(file -> Path.of("src", root, "java", type.getPackageName().replace('.', '/') + "/" + file))
                .filter(Files::exists)
                .isPresent();
    }

    private static boolean isTest(JavaClass type) {
        return type.getCodeUnits().stream().anyMatch(TwoSourceRootsTest::isTest);
    }

    private static boolean isTest(JavaCodeUnit method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    private static boolean runsTheApplication(JavaClass type) {
        return type.isMetaAnnotatedWith(SpringBootTest.class)
                || Arrays.stream(type.reflect().getAnnotationsByType(Tag.class))
                        .anyMatch(tag -> tag.value().matches("nodes|killed"));
    }
}

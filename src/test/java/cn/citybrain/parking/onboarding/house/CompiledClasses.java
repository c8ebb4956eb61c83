package cn.citybrain.parking.onboarding.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** What the build has made of the sources, read once for all rules: that takes seconds. */
final class CompiledClasses {

    private static final Path CODE = Path.of("target/classes");
    private static final Path TESTS = Path.of("target/test-classes");

    private static final JavaClasses ALL = new ClassFileImporter().importPaths(CODE, TESTS);

    private CompiledClasses() {}

    /** Product, demo and tests. */
    static JavaClasses all() {
        return ALL;
    }

    /** Product and demo. */
    static JavaClasses code() {
        return ALL.that(describe("lie in " + CODE, type -> type.getSource()
                .filter(source -> Path.of(source.getUri()).startsWith(CODE.toAbsolutePath()))
                .isPresent()));
    }
}

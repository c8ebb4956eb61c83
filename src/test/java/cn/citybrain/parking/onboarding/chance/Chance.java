package cn.citybrain.parking.onboarding.chance;

import static org.quicktheories.QuickTheory.qt;

import cn.citybrain.parking.onboarding.faults.Effort;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/**
 * Tries a property on inputs that {@link Effort#seed()} decides: a few in a build, for its share of {@code -Dfaults.minutes}
 * (60) in the long form. What breaks it is made smaller before it is shown.
 */
final class Chance {

    private static final long MINUTES = Long.getLong("faults.minutes", 60);

    /** Properties that share the time: the tests of {@link RandomInputsTest}. */
    private static final int PROPERTIES = 6;

    private static final int SMALLER = 60;

    private Chance() {}

    static <T> void forAll(String property, int inVerify, Gen<T> inputs, Consumer<T> holds) {
        long seed = Effort.seed() + property.hashCode();
        AtomicLong tried = new AtomicLong();
        QuickTheory theory = qt().withFixedSeed(seed).withShrinkCycles(SMALLER);
        theory = Effort.isLong()
                ? theory.withUnlimitedExamples().withTestingTime(MINUTES * 60 / PROPERTIES, TimeUnit.SECONDS)
                : theory.withExamples(inVerify);
        try {
            theory.forAll(inputs).checkAssert(input -> {
                tried.incrementAndGet();
                holds.accept(input);
            });
        } finally {
            System.out.printf("random inputs: %s, %,d tried, -Dfaults.seed=%d%n", property, tried.get(), Effort.seed());
        }
    }
}

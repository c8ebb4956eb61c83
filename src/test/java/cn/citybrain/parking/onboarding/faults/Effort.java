package cn.citybrain.parking.onboarding.faults;

import java.util.Random;

/** How much of the suite runs and where its dice start, so that a failure repeats. */
public final class Effort {

    private static final long SEED = Long.getLong("faults.seed", 20261124L);

    private Effort() {}

    /** Rounds of a scenario. */
    public static int rounds(int inVerify, int inLongForm) {
        return isLong() ? inLongForm : inVerify;
    }

    public static boolean isLong() {
        return "long".equals(System.getProperty("faults.form"));
    }

    /** Another one with {@code -Dfaults.seed=…}; belongs into every message of a failure. */
    public static long seed() {
        return SEED;
    }

    /** The dice of one round: the same for the same seed, whatever ran before. */
    public static Random dice(String scenario, int round) {
        return new Random(SEED * 31 + scenario.hashCode() * 1_000_003L + round);
    }
}

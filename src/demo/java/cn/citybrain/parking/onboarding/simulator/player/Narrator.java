package cn.citybrain.parking.onboarding.simulator.player;

import java.io.PrintStream;

/** Tells the play. */
final class Narrator {

    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** The next thing that somebody does. */
    void step(String text, Object... values) {
        step++;
        out.printf("%2d. %s%n", step, text.formatted(values));
    }

    /** What came of it. */
    void note(String text, Object... values) {
        out.printf("    %s%n", text.formatted(values));
    }
}

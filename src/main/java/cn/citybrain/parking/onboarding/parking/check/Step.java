package cn.citybrain.parking.onboarding.parking.check;

import org.springframework.modulith.NamedInterface;

/**
 * One thing that was looked at.
 *
 * @param text in Chinese: what was found, and what to do where it is wrong
 */
@NamedInterface("services")
public record Step(String title, Outcome outcome, String text) {

    /** ODD is taken all the same; SKIPPED could not be looked at because of what is wrong before. */
    @NamedInterface("services")
    public enum Outcome {
        OK,
        ODD,
        WRONG,
        SKIPPED
    }

    static Step ok(String title, String text) {
        return new Step(title, Outcome.OK, text);
    }

    static Step odd(String title, String text) {
        return new Step(title, Outcome.ODD, text);
    }

    static Step wrong(String title, String text) {
        return new Step(title, Outcome.WRONG, text);
    }

    static Step skipped(String title, String text) {
        return new Step(title, Outcome.SKIPPED, text);
    }
}

package cn.citybrain.parking.onboarding.masterdata;

import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;

/** Why a record is ended, in somebody's own words. */
public final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** @throws Faulty if there is none, or too much of it */
    public static String required(String reason) {
        String tidy = Typed.lines(reason);
        Faulty.unlessEmpty(List.of(new Checks()
                .text("reason", "原因", tidy.replaceAll("\\s", " "), LONGEST)
                .faults()));
        return tidy;
    }
}

package cn.citybrain.parking.onboarding.masterdata.register;

import java.math.BigDecimal;

/** Coordinates as they are written. */
final class Degrees {

    private Degrees() {}

    /** Whether both are the same number; of what is none, whether it is the same text. */
    static boolean same(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return one.equals(other);
        }
    }
}

package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.regex.Pattern;

/**
 * What a lot sent as a plate: one in any spelling, or words that say that there is none.
 *
 * @param text as sent, without blanks around it; may be empty
 */
record SentPlate(String text) {

    private static final int LONGEST = 64;

    /** What is left of a field of fixed width. */
    private static final Pattern FILLED = Pattern.compile("\\x00+$");

    /** Null for anything else. */
    static SentPlate read(String sent) {
        String text = FILLED.matcher(sent).replaceFirst("");
        boolean plain = text.length() <= LONGEST && text.chars().noneMatch(c -> Character.isISOControl(c) || isHalf(c));
        return plain && (PlateNumber.read(text).isPresent() || PlateNumber.absent(text)) ? new SentPlate(text) : null;
    }

    private static boolean isHalf(int c) {
        return Character.isSurrogate((char) c);
    }

    /** As it is kept and compared. */
    String kept() {
        return PlateNumber.kept(text);
    }

    /** As a record says it: a plate in its one spelling, and the lot's own words where there is none. */
    String stated() {
        return PlateNumber.read(text).map(PlateNumber::number).orElse(text);
    }
}

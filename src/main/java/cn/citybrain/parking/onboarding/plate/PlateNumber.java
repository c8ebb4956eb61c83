package cn.citybrain.parking.onboarding.plate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number plate in the one spelling in which it is kept, told and compared: 浙·A12345, 浙a12345, 浙Ａ１２３４５ and
 * "浙 A12345" are all {@code 浙A12345}.
 */
public record PlateNumber(String number, PlateKind kind) {

    /** How the record of a vehicle without a plate, or with one that nobody could read, is kept and shown. */
    public static final String NONE = "无牌车";

    /** What people and cameras put between the characters, and what a C program leaves behind them. */
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\u2212_.·•‧∙⋅●・\\u034F\\u115F\\u1160\\uFE00-\\uFE0F]|\\x00+$");

    /** What cameras put before or behind a plate, also in brackets: the colour that it is painted on. */
    private static final Pattern COLOUR =
            Pattern.compile("^[(\\[【]?(渐变绿|黄绿|[蓝黄绿白黑])[色牌]*[)\\]】]?|[(\\[【]?(渐变绿|黄绿|[蓝黄绿白黑])[色牌]*[)\\]】]?$");

    /**
     * What cameras and their programs send instead of a plate: words that stand on none, signs for characters that they could
     * not read, or zeros. A ? for the province alone is not among them: an encoding has lost it, which the vendor should hear.
     */
    private static final Pattern ABSENT =
            Pattern.compile("0*|空(车?牌)?|其[他它]|默.*|.*[无無未临臨不没沒遮挡擋污损損糊].*|.*(识别|識別).*|[*?×#]+|\\p{IsHan}.*[*?×#].*|X+"
                    + "|(NO|NOT|UN|NON)(KNOWN|LICENSED|PLATE|CAR|FOUND|READ|READABLE|RECOGNIZED|DETECTED)?"
                    + "|NULL|NONE|NIL|EMPTY|UNDEFINED|UNKNOW|N/?A");

    /** Empty where it is no plate that is painted so: one that nobody could read, and anything else. */
    public static Optional<PlateNumber> read(String typed) {
        String number = tidied(typed);
        return painted(number).or(() -> painted(COLOUR.matcher(number).replaceAll("")));
    }

    private static Optional<PlateNumber> painted(String number) {
        return PlateKind.of(number).map(kind -> new PlateNumber(number, kind));
    }

    /** Whether this says that there is no plate, as cameras do: 无牌, 未识别, 临A…, 000000, nothing at all. */
    public static boolean absent(String typed) {
        return read(typed).isEmpty() && ABSENT.matcher(tidied(typed)).matches();
    }

    /** How a plate that a lot sent is kept: in its one spelling, or as {@link #NONE}. */
    public static String kept(String sent) {
        return read(sent).map(PlateNumber::number).orElse(NONE);
    }

    /** Whether both are the same plate; what is none is the same as nothing. */
    public static boolean same(String one, String other) {
        Optional<PlateNumber> known = read(one);
        return known.isPresent() && known.equals(read(other));
    }

    /** The first and last characters, for everybody who may not see the plate; that there is none may be seen by all. */
    public static String masked(String plate) {
        if (!plate.isEmpty() && absent(plate)) {
            return NONE;
        }
        int length = plate.length();
        return length < 5 ? "***" : plate.substring(0, 2) + "***" + plate.substring(length - 2);
    }

    /** A plate or a part of one as far as its characters go: half width, capital letters, nothing in between. */
    public static String tidied(String typed) {
        String narrow = Normalizer.normalize(Objects.requireNonNullElse(typed, ""), Normalizer.Form.NFKC);
        return BETWEEN.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The only form in which a plate may reach a log. */
    @Override
    public String toString() {
        return masked(number);
    }
}

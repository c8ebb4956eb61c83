package cn.citybrain.parking.onboarding.merchant;

import java.util.Optional;
import java.util.regex.Pattern;

/** The unified social credit code (统一社会信用代码, GB 32100-2015) of a company. */
public final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");

    private Uscc() {}

    /** What is wrong with a code in capital letters, Chinese, to stand behind the field's name; empty if nothing. */
    public static Optional<String> fault(String uscc) {
        if (!SHAPE.matcher(uscc).matches()) {
            return Optional.of("应为 18 位数字和大写字母（不含 I、O、S、V、Z），请对照营业执照填写");
        }
        return checkDigitHolds(uscc) ? Optional.empty() : Optional.of("校验位不符，请对照营业执照逐位核对");
    }

    /** Whether it is 18 characters that can be one. */
    public static boolean hasShape(String uscc) {
        return SHAPE.matcher(uscc).matches();
    }

    /** The 18th character, over weights 3^i mod 31. The value must have the right shape. */
    public static boolean checkDigitHolds(String uscc) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(uscc.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == uscc.charAt(17);
    }
}

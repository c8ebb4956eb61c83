package cn.citybrain.parking.onboarding.application.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Check digits of the identifiers that people mistype. */
final class CheckDigits {

    private static final String ID_CARD_DIGITS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private CheckDigits() {}

    /** GB 11643-1999 (ISO 7064 MOD 11-2): the 18th character, over weights 2^(17-i) mod 11. */
    static boolean idCardHolds(String idCard) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(idCard.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return ID_CARD_DIGITS.charAt(sum % 11) == idCard.charAt(17);
    }

    /**
     * ISO 7064 MOD 11,10: the 12th digit of a bank branch's clearing number (联行号). Assumed, as no public text says it: it
     * holds for the banks' head offices and for every branch in Hangzhou whose number was found.
     */
    static boolean clearingNumberHolds(String number) {
        int product = 10;
        for (int i = 0; i < 11; i++) {
            int sum = (product + Character.digit(number.charAt(i), 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return Character.digit(number.charAt(11), 10) == (11 - product) % 10;
    }

    /** Whether digits 7 to 14 are a day that has been. */
    static boolean bornOnRealDay(String idCard, LocalDate today) {
        try {
            LocalDate birth = LocalDate.parse(idCard.substring(6, 14), BIRTH);
            return birth.getYear() >= 1900 && !birth.isAfter(today);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

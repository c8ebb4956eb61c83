package cn.citybrain.parking.onboarding.masterdata.sheet;

import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them. */
final class Days {

    /** Days since the last of 1899 of 2000-01-01 and 2099-12-31. */
    private static final Pattern SERIAL =
            Pattern.compile("3652[6-9]|365[3-9]\\d|36[6-9]\\d\\d|3[7-9]\\d{3}|[4-6]\\d{4}|7[0-2]\\d{3}|730[0-4]\\d");

    private static final LocalDate SPREADSHEETS_BEGIN = LocalDate.of(1899, 12, 30);
    private static final LocalDate BEGIN_OF_1904 = LocalDate.of(1904, 1, 1);

    private Days() {}

    static Optional<LocalDate> read(String written) {
        String code = Typed.code(written);
        if (SERIAL.matcher(code).matches()) {
            return Optional.of(ofSerial(Long.parseLong(code), false));
        }
        return Typed.day(written);
    }

    /** @param from1904 whether the workbook counts from 1904 */
    static LocalDate ofSerial(long serial, boolean from1904) {
        return (from1904 ? BEGIN_OF_1904 : SPREADSHEETS_BEGIN).plusDays(serial);
    }
}

package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them. */
final class Days {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?( 0?0:00(:00)?)?|(\\d{4})(\\d{2})(\\d{2})");

    /** Days since the last of 1899 of 2000-01-01 and 2099-12-31. */
    private static final Pattern SERIAL =
            Pattern.compile("3652[6-9]|365[3-9]\\d|36[6-9]\\d\\d|3[7-9]\\d{3}|[4-6]\\d{4}|7[0-2]\\d{3}|730[0-4]\\d");

    private static final LocalDate SPREADSHEETS_BEGIN = LocalDate.of(1899, 12, 30);
    private static final LocalDate BEGIN_OF_1904 = LocalDate.of(1904, 1, 1);

    private Days() {}

    static Optional<LocalDate> read(String written) {
        if (SERIAL.matcher(written).matches()) {
            return Optional.of(ofSerial(Long.parseLong(written), false));
        }
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = parts.group(1) == null ? 6 : 1;
        try {
            return Optional.of(LocalDate.of(part(parts, first), part(parts, first + 1), part(parts, first + 2)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @param from1904 whether the workbook counts from 1904 */
    static LocalDate ofSerial(long serial, boolean from1904) {
        return (from1904 ? BEGIN_OF_1904 : SPREADSHEETS_BEGIN).plusDays(serial);
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}

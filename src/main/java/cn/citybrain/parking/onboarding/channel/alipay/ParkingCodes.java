package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Alipay's spelling of colours, times and amounts. */
final class ParkingCodes {

    /** Number of an account at Alipay. */
    static final String PID = "2088\\d{12}";

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** By City Brain's plateColor. */
    private static final Map<Integer, String> COLORS =
            Map.of(1, "BLUE", 2, "YELLOW", 3, "WHITE", 4, "BLACK", 5, "GREEN");

    private ParkingCodes() {}

    static Optional<String> color(int plateColor) {
        return Optional.ofNullable(COLORS.get(plateColor));
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(BEIJING));
    }

    /** @throws NoAnswer if it is no time */
    static Instant instant(String time) {
        try {
            return LocalDateTime.parse(time, TIME).toInstant(BEIJING);
        } catch (DateTimeException e) {
            throw new NoAnswer(Channel.ALIPAY, "应答中的时间无法识别");
        }
    }

    /** @param fen in 分 */
    static String yuan(int fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /**
     * In 分.
     *
     * @throws NoAnswer if it is no amount in yuan with at most two decimals
     */
    static int fen(String yuan) {
        try {
            return new BigDecimal(yuan).movePointRight(2).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new NoAnswer(Channel.ALIPAY, "应答中的金额无法识别");
        }
    }

    /** Whole minutes, as Alipay counts durations. */
    static String minutes(Instant from, Instant to) {
        return Long.toString(Math.max(0, Duration.between(from, to).toMinutes()));
    }

    static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}

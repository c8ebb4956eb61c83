package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.wechat.pay.java.service.wexinpayscoreparking.model.PlateColor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Colours and times in WeChat Pay's notation. */
final class ParkingCodes {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private ParkingCodes() {}

    /** @param color City Brain's plateColor */
    static Optional<PlateColor> color(int color) {
        return Optional.ofNullable(
                switch (color) {
                    case 1 -> PlateColor.BLUE;
                    case 2 -> PlateColor.YELLOW;
                    case 3 -> PlateColor.WHITE;
                    case 4 -> PlateColor.BLACK;
                    case 5 -> PlateColor.GREEN;
                    default -> null;
                });
    }

    /** RFC 3339 with {@code +08:00}, whole seconds. */
    static String time(Instant instant) {
        return RFC_3339.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(BEIJING));
    }

    /** Null if absent; unreadable is a {@link NoAnswer}. */
    static Instant instant(String time) {
        if (time == null || time.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new NoAnswer(Channel.WECHATPAY, "应答中的时间无法识别");
        }
    }
}

package cn.citybrain.parking.onboarding.audit.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times, durations and amounts as people read them. */
public final class Spoken {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private Spoken() {}

    /** Asia/Shanghai, to the second. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** The two largest units: 3天4小时, 5分12秒; 不到1秒 for less. */
    public static String duration(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 1) {
            return "不到1秒";
        }
        if (seconds < 60) {
            return seconds + "秒";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "分", seconds % 60, "秒");
        }
        return seconds < 86400
                ? two(seconds / 3600, "小时", seconds % 3600 / 60, "分")
                : two(seconds / 86400, "天", seconds % 86400 / 3600, "小时");
    }

    /** @param amount in 分 */
    public static String yuan(int amount) {
        return BigDecimal.valueOf(amount, 2) + " 元";
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        return large + unit + (small == 0 ? "" : small + smallUnit);
    }
}

package cn.citybrain.parking.onboarding.channel.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times and amounts as people read them. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Words() {}

    /** Asia/Shanghai. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** @param amount in 分 */
    static String yuan(int amount) {
        return BigDecimal.valueOf(amount, 2) + " 元";
    }
}

package cn.citybrain.parking.onboarding.words;

import java.math.BigDecimal;

/** Money as people read it. */
public final class Yuan {

    private Yuan() {}

    /** {@code 6.00 元}. @param fen in 分 */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString() + " 元";
    }
}

package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What the owner of a plate agreed to with a channel.
 *
 * @param plateColor BLUE, GREEN, YELLOW, BLACK, WHITE or LIMEGREEN; empty fits every colour
 * @param payerId of the owner (openid, user id …); empty fits every payer
 * @param state {@link #SIGNED}, {@link #UNSIGNED}, {@link #PAUSED} or one of the channel's own
 */
public record Agreement(String plateNo, String plateColor, String payerId, String state) {

    public static final String SIGNED = "SIGNED";
    public static final String UNSIGNED = "UNSIGNED";
    public static final String PAUSED = "PAUSED";

    public Agreement {
        plateNo = plateNo == null ? "" : painted(plateNo);
        plateColor = plateColor == null ? "" : plateColor;
        payerId = payerId == null ? "" : payerId;
    }

    /** As people at the desk type it: 浙a·12345 is 浙A12345. */
    private static String painted(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}.·•-]", "")
                .toUpperCase(Locale.ROOT);
    }

    public boolean signed() {
        return SIGNED.equals(state);
    }
}

package cn.citybrain.parking.onboarding.simulator.channel.book;

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
        plateColor = plateColor == null ? "" : plateColor;
        payerId = payerId == null ? "" : payerId;
    }

    public boolean signed() {
        return SIGNED.equals(state);
    }
}

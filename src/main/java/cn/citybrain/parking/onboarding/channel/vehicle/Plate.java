package cn.citybrain.parking.onboarding.channel.vehicle;

import cn.citybrain.parking.onboarding.plate.PlateNumber;

/**
 * A plate in the spelling of {@link PlateNumber}, e.g. {@code 浙A12345}.
 *
 * @param color City Brain's plateColor: 1 blue, 2 yellow, 3 white, 4 black, 5 green ({@code src/docs/citybrain.md})
 * @param payerId the payer's id at the channel where the channel needs one to look up an agreement (WeChat Pay: openid), else empty
 */
public record Plate(String number, int color, String payerId) {

    /** First two and last two characters; the only form in which a plate may reach a log. */
    public String masked() {
        return PlateNumber.masked(number);
    }

    @Override
    public String toString() {
        return masked();
    }
}

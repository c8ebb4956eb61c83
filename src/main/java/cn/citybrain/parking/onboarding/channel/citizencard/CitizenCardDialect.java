package cn.citybrain.parking.onboarding.channel.citizencard;

import cn.citybrain.parking.onboarding.channel.gateway.Dialect;

/** The citizen card (市民卡) has City Brain's colours and nothing of its own. */
final class CitizenCardDialect implements Dialect {

    @Override
    public String plateColor(int cityBrainColor) {
        return Integer.toString(cityBrainColor);
    }
}

package cn.citybrain.parking.onboarding.simulator.gateway;

/**
 * A channel behind a gateway, and the platform's account at it.
 *
 * @param code of the channel
 * @param name for people
 * @param visitor who comes to sign on site
 * @param devices whether devices are installed in the lanes before the account opens
 * @param appId the platform's number at the gateway
 * @param secret shared, signs both directions
 */
record Party(String code, String name, String visitor, boolean devices, String appId, String secret) {

    /** Where its calls begin. */
    String root() {
        return "/sim/" + code;
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "Party[" + code + "]";
    }
}

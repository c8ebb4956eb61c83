package cn.citybrain.parking.onboarding.simulator.gateway;

/**
 * A channel behind a gateway, and the platform's account at it. Invented: for demo and tests only.
 *
 * @param code of the channel
 * @param visitor who comes to sign on site
 * @param devices whether devices are installed in the lanes before the account opens
 */
record Party(String code, String name, String visitor, boolean devices) {

    static final Party CITIZEN_CARD = new Party("citizencard", "市民卡", "市民卡公司 王敏 0571-88000011", false);
    static final Party ETC = new Party("etc", "ETC", "ETC 服务中心 李工 0571-88000022", true);

    String appId() {
        return "demo-" + code;
    }

    String secret() {
        return "demo-only-" + code + "-gateway-secret";
    }

    /** Where its calls begin. */
    String root() {
        return "/sim/" + code;
    }
}

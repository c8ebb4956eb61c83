package cn.citybrain.parking.onboarding.simulator.wechatpay;

/**
 * What the owner of a plate agreed to in WeChat (微信车主服务).
 *
 * @param plateColor BLUE, GREEN, YELLOW, BLACK, WHITE or LIMEGREEN
 * @param openid of the owner; empty fits every payer
 * @param state NORMAL, PAUSE or OUT_SERVICE
 */
public record VehicleService(String plateNumber, String plateColor, String openid, String state) {}

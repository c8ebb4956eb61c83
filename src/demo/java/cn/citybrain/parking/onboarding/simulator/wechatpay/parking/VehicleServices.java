package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;

/** What an agreement is called in WeChat (微信车主服务). */
final class VehicleServices {

    private VehicleServices() {}

    static String wire(String state) {
        return switch (state) {
            case Agreement.SIGNED -> "NORMAL";
            case Agreement.PAUSED -> "PAUSE";
            default -> "OUT_SERVICE";
        };
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;

/** The sub-merchants of the service provider. */
final class SubMerchants {

    private SubMerchants() {}

    /** Refuses a number that does not belong to the service provider. */
    static void check(ChannelOffice office, String subMchid) {
        if (office.accounts().find(subMchid).isEmpty()) {
            throw ApiError.of(403, "NO_AUTH", "特约商户号 " + subMchid + " 不存在，或不是本服务商的特约商户");
        }
    }
}

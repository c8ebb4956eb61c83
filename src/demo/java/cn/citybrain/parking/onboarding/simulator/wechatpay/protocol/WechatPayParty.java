package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

/** The demo's service provider at the simulated platform. Public and worthless. */
public final class WechatPayParty {

    public static final String CODE = "wechatpay";
    public static final String SP_MCHID = "1900000109";
    public static final String SP_APPID = "wxdemo0000000001";
    public static final String MERCHANT_SERIAL = "DE3000000000000000000000000000000000D301";
    public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0000000000000000000000000001";
    public static final String API_V3_KEY = "demo-only-api-v3-key-32-letters-";

    private WechatPayParty() {}
}

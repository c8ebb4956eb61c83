package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

/** The demo's service provider at the simulated gateway. Public and worthless. */
public final class AlipayParty {

    public static final String CODE = "alipay";
    static final String APP_ID = "2021000000000109";
    static final String PID = "2088000000000109";
    public static final String PRODUCT_CODE = "PARKING_WITHHOLDING_DEMO";

    private AlipayParty() {}
}

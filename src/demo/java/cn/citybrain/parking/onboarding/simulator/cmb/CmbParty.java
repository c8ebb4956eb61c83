package cn.citybrain.parking.onboarding.simulator.cmb;

/** The platform at the bank. Invented: for demo and tests only. */
final class CmbParty {

    static final String CODE = "cmb";
    static final String ROOT = "/sim/cmb";
    static final String PATH = ROOT + "/polypay/v1.0/";
    static final String APP_ID = "de300000-0000-4000-8000-000000000308";
    static final String SECRET = "demo-only-cmb-secret";
    static final String AUTH_APPID = "wxde30000000000308";
    static final long FIRST_MERCHANT = 308999170120001L;

    private CmbParty() {}
}

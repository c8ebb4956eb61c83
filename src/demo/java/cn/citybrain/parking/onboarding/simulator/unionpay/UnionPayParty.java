package cn.citybrain.parking.onboarding.simulator.unionpay;

/** The platform as integrator. Invented: for demo and tests only. */
final class UnionPayParty {

    static final String CODE = "unionpay";
    static final String PATH = "/sim/unionpay";
    static final String MER_CODE = "898330100000001";
    static final String KEY = "demo-only-unionpay-key";
    static final long FIRST_MERCHANT = 898330100001001L;

    private UnionPayParty() {}
}

package cn.citybrain.parking.onboarding.channel.alipay;

/** Keys as the SDK wants them: Base64 of PKCS#8 and of X.509, without header lines. */
record AlipayKeys(String applicationPrivateKey, String alipayPublicKey) {

    @Override
    public String toString() {
        return "AlipayKeys";
    }
}

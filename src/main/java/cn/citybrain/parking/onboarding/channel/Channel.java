package cn.citybrain.parking.onboarding.channel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The payment channels a lot can be connected to. One line each: everything else that differs by channel is in its
 * adapter, its model or {@code application.yaml}.
 */
public enum Channel {
    ALIPAY("alipay", "支付宝", "ZF", 3),
    UNIONPAY("unionpay", "银联", "YL", 5),
    CITIZENCARD("citizencard", "市民卡", "SM", 2),
    ETC("etc", "ETC", "ET", 10),
    WECHATPAY("wechatpay", "微信支付", "WX", 4),
    CMB("cmb", "招商银行", "ZS", 8);

    private final String code;
    private final String displayName;
    private final String numberPrefix;
    private final int paidType;

    Channel(String code, String displayName, String numberPrefix, int paidType) {
        this.code = code;
        this.displayName = displayName;
        this.numberPrefix = numberPrefix;
        this.paidType = paidType;
    }

    /** Stable code used in tables, URLs, configuration and as prefix of the model's file name. */
    public String code() {
        return code;
    }

    /** Name as users know it. */
    public String displayName() {
        return displayName;
    }

    /** Two letters that begin the application numbers of this channel. */
    public String numberPrefix() {
        return numberPrefix;
    }

    /** {@code paidType} of the City Brain interface: who collected. Its numbers stand in {@code src/docs/citybrain.md}. */
    public int paidType() {
        return paidType;
    }

    public static Channel of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("未知的支付渠道: " + code));
    }

    /** What each is called, by its code. */
    public static Map<String, String> names() {
        return Arrays.stream(values()).collect(Collectors.toMap(Channel::code, Channel::displayName));
    }

    public static Optional<Channel> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}

package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.Refusal;
import java.util.Set;

/** An answer other than 10000: gateway code, business sub code, and Alipay's words. */
final class AlipayRefusal extends Refusal {

    /** Somebody at Alipay has looked at it and says no. */
    private static final Set<String> DECIDED = Set.of("20001", "40001", "40002", "40003", "40004", "40006");

    private static final Set<String> PASSING = Set.of("20000", "40005");
    private static final Set<String> PARAMETERS = Set.of("isv.invalid-parameter", "isv.missing-parameter");

    private final String code;
    private final String subCode;

    AlipayRefusal(String code, String subCode, String words, boolean signed) {
        super(Channel.ALIPAY, code + " " + printable(subCode), words, signed);
        this.code = code;
        this.subCode = subCode;
    }

    private static String printable(String subCode) {
        return subCode.matches("[A-Za-z0-9._-]{0,64}") ? subCode : "…";
    }

    /** By sub code, with or without the prefix of the trade system. */
    @Override
    public boolean is(String... codes) {
        return Set.of(codes).contains(bare());
    }

    private String bare() {
        return subCode.replaceFirst("^(aop\\.)?ACQ\\.", "");
    }

    /** Taken in, the result comes later. An unsigned word of that is worth nothing. */
    boolean accepted() {
        return signed() && code.equals("10003");
    }

    /** Repeating the same request later can succeed. */
    @Override
    public boolean passing() {
        return PASSING.contains(code) || is("SYSTEM_ERROR");
    }

    /** Alipay itself says no, and will say so again. An unsigned "no" may be anybody's. */
    @Override
    public boolean definite() {
        return signed() && DECIDED.contains(code) && !passing();
    }

    /** Definite, and about the matter itself: the method was carried out and said no. */
    boolean business() {
        return definite() && (code.equals("40004") || code.equals("40003"));
    }

    /** Definite, but about our keys, our clock or our rights: nothing that a merchant could mend. */
    boolean configuration() {
        return definite() && !business() && !PARAMETERS.contains(subCode);
    }

    @Override
    public String code() {
        return subCode.isEmpty() ? code : bare();
    }
}

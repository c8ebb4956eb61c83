package cn.citybrain.parking.onboarding.channel.unionpay;

import java.util.Map;
import java.util.Set;

/** A verified answer: a result code and fields. */
record UnionPayAnswer(Map<String, String> fields) {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("01", "签名错误"),
            Map.entry("02", "交易类型未知"),
            Map.entry("03", "报文格式错误"),
            Map.entry("04", "接入商信息错误"),
            Map.entry("05", "用户已冻结"),
            Map.entry("06", "车主用户已冻结"),
            Map.entry("07", "用户不存在"),
            Map.entry("08", "重复请求"),
            Map.entry("09", "处理中"),
            Map.entry("11", "退款单不存在"),
            Map.entry("12", "扣款状态不允许"),
            Map.entry("13", "退款金额超过支付金额"),
            Map.entry("15", "用户不存在，不能扣款"),
            Map.entry("17", "用户没有签约银行卡"),
            Map.entry("28", "用户没有银行卡"),
            Map.entry("29", "交易不存在"),
            Map.entry("30", "余额不足"),
            Map.entry("53", "订单已支付"),
            Map.entry("54", "订单已关闭"),
            Map.entry("55", "订单已退款"),
            Map.entry("56", "用户在黑名单中"),
            Map.entry("60", "车辆有未出场的停车记录"),
            Map.entry("99", "其他错误"));

    /** The vehicle's owner cannot be charged, and entry or query of the agreement says so. */
    private static final Set<String> NOT_PAYABLE = Set.of("05", "06", "07", "15", "17", "28", "56");

    /** Nothing was charged and nothing will be. */
    private static final Set<String> NOT_CHARGED =
            Set.of("01", "02", "03", "04", "05", "06", "07", "15", "17", "28", "30", "54", "56");

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    String code() {
        return text("ResultCode");
    }

    /** The channel's words, or ours for its code. */
    String words() {
        String said = text("ResultMsg");
        return said.isBlank() ? WORDS.getOrDefault(code(), "银联应答 " + code()) : said;
    }

    boolean is(String... codes) {
        return Set.of(codes).contains(code());
    }

    boolean notPayable() {
        return NOT_PAYABLE.contains(code());
    }

    boolean notCharged() {
        return NOT_CHARGED.contains(code());
    }

    /** Names the code only: fields must not reach a log by accident. */
    @Override
    public String toString() {
        return "ResultCode " + code();
    }
}

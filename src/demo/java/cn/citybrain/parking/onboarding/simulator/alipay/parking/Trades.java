package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BeijingTime;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input;
import cn.citybrain.parking.onboarding.simulator.channel.Action.Input.Choice;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A debit as it goes over the wire, in answers and notifications. */
public final class Trades {

    /** The payer, as a fact of the order. */
    static final String USER = "userId";

    /** Whether the order was put into the parking platform's list, as a fact of the order. */
    static final String SYNCED = "synced";

    /** What the desk says its status shall be, as a fact of the order. */
    private static final String FORCED = "tradeStatus";

    private Trades() {}

    /** What the platform said of it: everything but what Alipay knows besides, or what came later. */
    public static Map<String, String> facts(Order order) {
        Map<String, String> facts = new HashMap<>(order.facts());
        facts.keySet().removeAll(List.of(USER, SYNCED, FORCED));
        return facts;
    }

    static Map<String, Object> paid(Order order) {
        Map<String, Object> answer = AlipayError.success();
        answer.put("out_trade_no", order.outTradeNo());
        answer.put("trade_no", order.channelNo());
        answer.put("user_id", order.fact(USER));
        answer.put("total_fee", BizContent.yuan(order.amount()));
        answer.put("gmt_payment", BeijingTime.text(order.paidAt()));
        // JSON inside JSON: the quotes are escaped
        answer.put(
                "fund_bill_list",
                "[{\"amount\":\"" + BizContent.yuan(order.amount()) + "\",\"fund_channel\":\"ALIPAYACCOUNT\"}]");
        return answer;
    }

    static Map<String, Object> found(Order order, ChannelOffice office) {
        Map<String, Object> answer = AlipayError.success();
        answer.put("biz_trade_no", "MC" + order.channelNo());
        answer.put("out_biz_trade_no", order.outTradeNo());
        answer.put("trade_no", order.channelNo());
        answer.put("trade_status", status(order, office));
        answer.put("subject", order.fact("subject"));
        answer.put("total_fee", BizContent.yuan(order.amount()));
        answer.put("gmt_created", BeijingTime.text(order.createdAt()));
        if (order.paid()) {
            answer.put("buyer_id", order.fact(USER));
            answer.put("gmt_payment", BeijingTime.text(order.paidAt()));
            answer.put("gmt_payment_success", BeijingTime.text(order.paidAt()));
        }
        if (order.refunded() > 0) {
            answer.put("send_back_fee", BizContent.yuan(order.refunded()));
        }
        return answer;
    }

    /** 0 created, 1 paid, 2 failed, 4 being paid, 6 becoming a refund, 7 refund failed, 8 refunded. */
    private static int status(Order order, ChannelOffice office) {
        if (!order.fact(FORCED).isEmpty()) {
            return Integer.parseInt(order.fact(FORCED));
        }
        return switch (order.state()) {
            case ACCEPTED -> 4;
            case FAILED -> 2;
            case REFUNDED -> 8;
            case PAID ->
                office.refunds().all().stream()
                        .filter(refund -> refund.outTradeNo().equals(order.outTradeNo()))
                        .reduce((earlier, later) -> later)
                        .map(refund -> refund.state() == Refund.State.PROCESSING ? 6 : 7)
                        .orElse(1);
        };
    }

    public static Map<String, Object> notice(Order order) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("out_trade_no", order.outTradeNo());
        content.put("trade_no", order.channelNo());
        content.put("trade_status", order.paid() ? "TRADE_SUCCESS" : "TRADE_CLOSED");
        content.put("total_amount", BizContent.yuan(order.amount()));
        content.put("seller_id", order.account());
        content.put("subject", order.fact("subject"));
        content.put("gmt_create", BeijingTime.text(order.createdAt()));
        if (order.paid()) {
            content.put("buyer_id", order.fact(USER));
            content.put("gmt_payment", BeijingTime.text(order.paidAt()));
        } else {
            content.put("gmt_close", BeijingTime.text(order.createdAt()));
        }
        return content;
    }

    public static Action forceStatus(Order order, ChannelOffice office) {
        Choice[] choices = IntStream.rangeClosed(0, 9)
                .mapToObj(status -> new Choice(Integer.toString(status), Integer.toString(status)))
                .toArray(Choice[]::new);
        return Action.other(
                "status",
                "查询时返回某个 trade_status",
                inputs -> office.orders().note(order.outTradeNo(), known -> known.with(FORCED, inputs.text("status"))),
                Input.choice("status", "trade_status", choices));
    }
}

package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Debits and refunds as the bank's answers and notifications tell of them. */
final class CmbTrades {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);
    private static final DateTimeFormatter BANK_TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private CmbTrades() {}

    static String contract(String plate) {
        return "PC" + Integer.toHexString(plate.hashCode());
    }

    /** The payer under that app. */
    static String payer(String plate) {
        return "oCmb" + Integer.toHexString(plate.hashCode());
    }

    static Map<String, String> state(Order order) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("merId", order.account());
        state.put("orderId", order.outTradeNo());
        state.put("cmbOrderId", order.channelNo());
        state.put("txnAmt", Integer.toString(order.amount()));
        state.put("dscAmt", "0");
        state.put("currencyCode", "156");
        state.put("txnTime", time(order.createdAt()));
        state.put("acceptTime", BANK_TIME.format(order.createdAt().atZone(ZONE)));
        state.put("busiData", order.fact("busiData"));
        state.put(
                "tradeState",
                switch (order.state()) {
                    case ACCEPTED -> "P";
                    case PAID -> "S";
                    case FAILED -> "F";
                    case REFUNDED -> "R";
                });
        if (order.paid()) {
            state.putAll(payment(order));
            state.put("errorType", "SUCCESS");
            state.put("debtState", "OT_DEBT");
        } else if (order.state() == Order.State.FAILED) {
            state.put("errorType", order.code().isEmpty() ? "NOT_ENOUGH" : order.code());
            state.put("errDescription", order.reason());
        }
        return state;
    }

    /** A notification is of successes only, without state, vehicle and visit (cmb.md 3.8). */
    static Map<String, Object> told(Order order) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("merId", order.account());
        told.put("orderId", order.outTradeNo());
        told.put("cmbOrderId", order.channelNo());
        told.put("userId", order.fact("userId"));
        told.put("txnAmt", Integer.toString(order.amount()));
        told.put("dscAmt", "0");
        told.put("currencyCode", "156");
        told.put("payType", "WX");
        told.put("txnTime", time(order.createdAt()));
        told.putAll(payment(order));
        return told;
    }

    private static Map<String, String> payment(Order order) {
        return Map.of(
                "thirdOrderId", "42" + order.channelNo().replaceAll("\\D", ""),
                "openId", payer(order.plateNo()),
                "payBank", "CMB_DEBIT",
                "endDate", time(order.paidAt()).substring(0, 8),
                "endTime", time(order.paidAt()).substring(8));
    }

    static Map<String, String> state(Refund refund) {
        return Map.of(
                "orderId", refund.outRefundNo(),
                "cmbOrderId", refund.channelNo(),
                "refundAmt", Integer.toString(refund.amount()),
                "tradeState",
                        switch (refund.state()) {
                            case PROCESSING -> "P";
                            case SUCCESS -> "S";
                            case FAILED -> "F";
                        });
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}

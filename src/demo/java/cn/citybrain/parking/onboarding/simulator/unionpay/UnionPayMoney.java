package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** 40001, 40301, and the assumed 90401. OutTradeNo and MerDate together are an order's number. */
final class UnionPayMoney {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final ChannelOffice office;

    UnionPayMoney(ChannelOffice office) {
        this.office = office;
    }

    Map<String, String> deduct(UnionPayForm form, String merCode, String parkName) {
        String plate = form.text("CarNo", 16);
        String inTime = form.time("InTime");
        Order asked = Order.asked(
                form.text("OutTradeNo", 32),
                "UP" + Numbers.digits(18),
                merCode,
                visit(merCode, plate, inTime),
                parkName,
                plate,
                "",
                form.amount("PayAmount"),
                form.optional("NoticeUrl"),
                Map.of(
                        "MerDate", form.text("MerDate", 8),
                        "InTime", inTime,
                        "OutTime", form.time("OutTime"),
                        "Amount", form.text("Amount", 9)));
        return Map.of("ResultCode", office.alone(() -> decided(asked)));
    }

    /** A code and no more: the number of the transaction comes with the notification. */
    private String decided(Order asked) {
        Order before = again(asked);
        if (before != null) {
            return repeated(before);
        }
        String agreement = UnionPayChannel.code(office.agreements().of(asked.plateNo(), ""));
        if (!agreement.equals("00")) {
            throw new UnionPayError(agreement.equals("07") ? "15" : agreement, "用户不能扣款");
        }
        return fresh(charge(asked));
    }

    private Order again(Order asked) {
        try {
            return office.orders().again(asked).orElse(null);
        } catch (MoneyRefused other) {
            throw new UnionPayError("08", other.getMessage());
        }
    }

    private Order charge(Order asked) {
        try {
            return office.orders().charge(asked);
        } catch (MoneyRefused charged) {
            throw new UnionPayError("12", charged.getMessage());
        }
    }

    /** UnionPay finds the visit by plate and lot; without one the debit stands alone. */
    private String visit(String merCode, String plate, String inTime) {
        return office.visits().all().stream()
                .filter(visit ->
                        visit.account().equals(merCode) && visit.plateNo().equals(plate))
                .filter(visit -> visit.enteredAt().equals(inTime))
                .map(Visit::id)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new UnionPayError("12", "没有这次停车"));
    }

    private static String fresh(Order order) {
        return switch (order.state()) {
            case PAID, REFUNDED -> "00";
            case ACCEPTED -> "09";
            case FAILED -> order.code().matches("\\d{2}") ? order.code() : "30";
        };
    }

    private static String repeated(Order order) {
        return switch (order.state()) {
            case PAID -> "53";
            case REFUNDED -> "55";
            case ACCEPTED -> "09";
            case FAILED -> "54";
        };
    }

    Map<String, String> query(UnionPayForm form, String merCode) {
        return state(order(form, merCode, "29"));
    }

    private Order order(UnionPayForm form, String merCode, String unknown) {
        return office.orders()
                .find(form.text("OutTradeNo", 32))
                .filter(order -> order.account().equals(merCode))
                .filter(order -> order.fact("MerDate").equals(form.text("MerDate", 8)))
                .orElseThrow(() -> new UnionPayError(unknown, "交易不存在"));
    }

    static Map<String, String> state(Order order) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("ResultCode", "00");
        state.put("OutTradeNo", order.outTradeNo());
        state.put("MerDate", order.fact("MerDate"));
        state.put(
                "OrderState",
                switch (order.state()) {
                    case PAID -> "SUCCESS";
                    case REFUNDED -> "REFUNDED";
                    case ACCEPTED -> "PROCESSING";
                    case FAILED -> "FAILED";
                });
        if (order.paid()) {
            state.put("PayAmount", Integer.toString(order.amount()));
            state.put("TradeNo", order.channelNo());
            state.put("PayTime", TIME.format(order.paidAt()));
        } else if (!order.reason().isEmpty()) {
            state.put("ResultMsg", order.reason());
        }
        return state;
    }

    Map<String, String> refund(UnionPayForm form, String merCode) {
        return office.alone(() -> refunded(form, merCode));
    }

    private Map<String, String> refunded(UnionPayForm form, String merCode) {
        Order order = order(form, merCode, "11");
        if (order.state() == Order.State.REFUNDED) {
            return Map.of("ResultCode", "55");
        }
        try {
            Refund refund = office.refunds()
                    .refund(Refund.asked(
                            "RF-" + order.outTradeNo(),
                            "UR" + Numbers.digits(18),
                            order.outTradeNo(),
                            merCode,
                            order.amount(),
                            form.optional("Remark"),
                            Map.of()));
            return Map.of(
                    "ResultCode",
                    switch (refund.state()) {
                        case SUCCESS -> "00";
                        case PROCESSING -> "09";
                        case FAILED -> "13";
                    });
        } catch (MoneyRefused refused) {
            throw new UnionPayError("12", refused.getMessage());
        }
    }
}

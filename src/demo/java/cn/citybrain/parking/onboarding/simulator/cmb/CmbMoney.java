package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code pap} is acceptance only; the result comes by query or notification. */
final class CmbMoney {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);

    private final ObjectMapper json = new ObjectMapper();
    private final ChannelOffice office;

    CmbMoney(ChannelOffice office) {
        this.office = office;
    }

    Map<String, String> pap(CmbContent content) {
        String merId = merchant(content);
        if (!content.text("papTradeScene", 16).equals("PARKING")) {
            throw CmbError.field("papTradeScene", "须为 PARKING");
        }
        content.text("body", 128);
        String busiData = content.text("busiData", 60000);
        JsonNode data = busiData(busiData);
        CmbContent parking = new CmbContent(data.path("scene_info").path("parking_info"));
        new CmbContent(data.path("scene_info")).text("device_ip", 40);
        String plate = parking.text("plate_number", 32);
        parking.text("start_time", 32);
        parking.text("end_time", 32);
        if (!parking.json().path("charge_duration").isInt()) {
            throw CmbError.field("busiData", "charge_duration 须为整数（秒）");
        }
        Order asked = Order.asked(
                content.text("orderId", 32),
                "CMB" + Numbers.digits(20),
                merId,
                "",
                parking.text("parking_name", 32),
                plate,
                "",
                content.amount("txnAmt"),
                content.text("notifyUrl", 256),
                Map.of("userId", content.text("userId", 32), "busiData", busiData));
        requireContract(plate, data.path("contract_id").asText());
        Order before = office.orders().find(asked.outTradeNo()).orElse(null);
        if (before != null) {
            throw CmbError.refused(
                    before.paid() ? "ORDER_PAID" : "ORDERID_DUPLICATION", "订单号 " + before.outTradeNo() + " 已使用");
        }
        return state(office.orders().charge(asked).undecided());
    }

    private void requireContract(String plate, String contractId) {
        if (!office.agreements().of(plate, "").signed() || !contractId.equals(contract(plate))) {
            throw CmbError.refused("NOT_ALLOWED", "车主没有签约");
        }
    }

    static String contract(String plate) {
        return "PC" + Integer.toHexString(plate.hashCode());
    }

    private JsonNode busiData(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw CmbError.field("busiData", "不是 JSON");
        }
    }

    private String merchant(CmbContent content) {
        String merId = content.text("merId", 32);
        if (office.accounts().find(merId).isEmpty()) {
            throw new CmbError("MERID_NOT_EXIST", "商户号不存在", false);
        }
        return merId;
    }

    Map<String, String> query(CmbContent content) {
        String merId = merchant(content);
        Order order = office.orders()
                .find(content.text("orderId", 32))
                .filter(found -> found.account().equals(merId))
                .orElseThrow(() -> CmbError.refused("CMBORDERID_NOT_EXIST", "订单不存在"));
        if (!order.fact("userId").equals(content.text("userId", 32))) {
            throw CmbError.refused("USERID_CHECK_FAILED", "收银员与原订单不一致");
        }
        return state(order);
    }

    static Map<String, String> state(Order order) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("merId", order.account());
        state.put("orderId", order.outTradeNo());
        state.put("cmbOrderId", order.channelNo());
        state.put("userId", order.fact("userId"));
        state.put("txnAmt", Integer.toString(order.amount()));
        state.put("currencyCode", "156");
        state.put("txnTime", time(order.createdAt()));
        state.put(
                "tradeState",
                switch (order.state()) {
                    case ACCEPTED -> "P";
                    case PAID -> "S";
                    case FAILED -> "F";
                    case REFUNDED -> "R";
                });
        if (order.paid()) {
            state.put("endDate", time(order.paidAt()).substring(0, 8));
            state.put("endTime", time(order.paidAt()).substring(8));
        } else if (order.state() == Order.State.FAILED) {
            state.put("errorType", order.code().isEmpty() ? "NOT_ENOUGH" : order.code());
            state.put("errDescription", order.reason());
        }
        return state;
    }

    Map<String, String> refund(CmbContent content) {
        try {
            return state(office.refunds()
                    .refund(Refund.asked(
                            content.text("orderId", 32),
                            "CMBR" + Numbers.digits(20),
                            content.text("origOrderId", 32),
                            merchant(content),
                            content.amount("refundAmt"),
                            content.optional("refundReason"),
                            Map.of())));
        } catch (MoneyRefused refused) {
            throw CmbError.refused(
                    switch (refused.why()) {
                        case TOO_MUCH -> "REFUND_AMT_EXCEED";
                        case NOT_PAID, UNKNOWN_ORDER -> "ORDER_NOT_PAID";
                        case OTHER_DATA, VISIT_CHARGED -> "ORDERID_DUPLICATION";
                    },
                    refused.getMessage());
        }
    }

    Map<String, String> refundState(CmbContent content) {
        String merId = merchant(content);
        return state(office.refunds()
                .find(content.text("orderId", 32))
                .filter(refund -> refund.account().equals(merId))
                .orElseThrow(() -> CmbError.refused("CMBORDERID_NOT_EXIST", "退款不存在")));
    }

    private static Map<String, String> state(Refund refund) {
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

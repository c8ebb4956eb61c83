package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MoneyRefused;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** {@code pap} is acceptance only; the result comes by query or notification. */
final class CmbMoney {

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
        requireContract(plate, data, content.optional("authOpenid"));
        return office.alone(() -> accepted(asked));
    }

    private Map<String, String> accepted(Order asked) {
        office.orders().find(asked.outTradeNo()).ifPresent(before -> {
            throw CmbError.refused(
                    before.paid() ? "ORDER_PAID" : "ORDERID_DUPLICATION", "订单号 " + before.outTradeNo() + " 已使用");
        });
        return CmbTrades.state(office.orders().charge(asked).undecided());
    }

    /** In a vehicle's scene the app under which the owner authorised the debit has to be named (cmb.md 3.6). */
    private void requireContract(String plate, JsonNode data, String authOpenid) {
        if (!new CmbContent(data).text("auth_appid", 32).equals(CmbParty.AUTH_APPID)) {
            throw CmbError.field("auth_appid", "不是车主授权的应用");
        }
        boolean signed = office.agreements().of(plate, "").signed()
                && data.path("contract_id").asText().equals(CmbTrades.contract(plate));
        if (!signed || !authOpenid.isEmpty() && !authOpenid.equals(CmbTrades.payer(plate))) {
            throw CmbError.refused("NOT_ALLOWED", "车主没有签约");
        }
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
        return CmbTrades.state(order);
    }

    Map<String, String> refund(CmbContent content) {
        try {
            return CmbTrades.state(office.refunds()
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
        return CmbTrades.state(office.refunds()
                .find(content.text("orderId", 32))
                .filter(refund -> refund.account().equals(merId))
                .orElseThrow(() -> CmbError.refused("CMBORDERID_NOT_EXIST", "退款不存在")));
    }
}

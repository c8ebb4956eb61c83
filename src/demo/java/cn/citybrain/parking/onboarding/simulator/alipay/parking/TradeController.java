package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayController;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayProtocol;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money: debit, query, the list of orders, refund. */
@AlipayController
class TradeController {

    private final ChannelOffice office;
    private final PayChecks checks;
    private final ObjectMapper json;

    TradeController(Offices offices, PayChecks checks, ObjectMapper json) {
        this.office = offices.of(AlipayParty.CODE);
        this.checks = checks;
        this.json = json;
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.order.pay")
    Map<String, Object> pay(
            @RequestParam("biz_content") String text,
            @RequestParam(name = "notify_url", defaultValue = "") String notifyUrl) {
        Order asked = checks.read(BizContent.of(text, json), notifyUrl, office);
        Order order = office.alone(() -> office.orders().again(asked).orElseGet(() -> {
            checks.check(asked, office);
            return office.orders().charge(asked);
        }));
        return switch (order.state()) {
            case PAID, REFUNDED -> Trades.paid(order);
            case ACCEPTED -> new AlipayError("10003", "", "").node();
            case FAILED ->
                throw AlipayError.business(
                        order.code().isEmpty() ? "BUYER_BALANCE_NOT_ENOUGH" : order.code(), order.reason());
        };
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.trade.order.query")
    Map<String, Object> query(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Order order = office.orders()
                .find(content.optional("out_biz_trade_no"))
                .or(() -> byTradeNo(content.optional("trade_no")))
                .orElseThrow(() -> AlipayError.business("TRADE_NOT_EXIST", "交易不存在"));
        return Trades.found(order, office);
    }

    private Optional<Order> byTradeNo(String tradeNo) {
        return office.orders().all().stream()
                .filter(order -> order.channelNo().equals(tradeNo))
                .findFirst();
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.order.sync")
    Map<String, Object> sync(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Stream.of("order_time", "pay_time", "in_time").forEach(content::time);
        content.plate("car_number");
        content.text("out_parking_id", ".{1,32}");
        content.text("parking_name", ".{1,64}");
        content.text("in_duration", "\\d{1,8}");
        content.text("pay_type", "1");
        Order order = byTradeNo(content.text("order_no", ".{16,64}"))
                .filter(found -> found.outTradeNo().equals(content.text("out_order_no", ".{1,64}")))
                .filter(found -> found.fact(Trades.USER).equals(content.optional("user_id")))
                .filter(found -> found.amount() == content.fen("pay_money"))
                .orElseThrow(() -> AlipayError.business("ORDER_NOT_MATCH", "订单信息与交易不符"));
        String status = content.text("order_status", "[01]");
        office.orders().note(order.outTradeNo(), known -> known.with(Trades.SYNCED, status));
        return AlipayError.success();
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.eco.mycar.parking.order.refund")
    Map<String, Object> refund(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        String tradeNo = content.text("order_no", ".{16,64}");
        String outTradeNo = content.text("out_order_no", ".{1,64}");
        Order order = byTradeNo(tradeNo)
                .filter(found -> found.outTradeNo().equals(outTradeNo))
                .orElseThrow(() -> AlipayError.business("TRADE_NOT_EXIST", "交易不存在"));
        Refund refund = office.refunds()
                .refund(Refund.asked(
                        content.text("out_refund_no", ".{1,64}"),
                        "RF" + Numbers.digits(26),
                        outTradeNo,
                        order.account(),
                        content.fen("refund_fee"),
                        content.optional("refund_reason"),
                        Map.of("tradeNo", tradeNo)));
        return switch (refund.state()) {
            case SUCCESS -> refunded(refund);
            case PROCESSING -> new AlipayError("10003", "", "").node();
            case FAILED -> throw AlipayError.business("REFUND_FAIL", "退款失败");
        };
    }

    private static Map<String, Object> refunded(Refund refund) {
        Map<String, Object> answer = AlipayError.success();
        answer.put("order_no", refund.facts().get("tradeNo"));
        answer.put("out_refund_no", refund.outRefundNo());
        answer.put("refund_fee", BizContent.yuan(refund.amount()));
        answer.put("refund_no", refund.channelNo());
        return answer;
    }
}

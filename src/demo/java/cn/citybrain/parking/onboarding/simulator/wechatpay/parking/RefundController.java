package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiTime;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.Body;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayController;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /v3/refund/domestic/refunds}. */
@WechatPayController
@RequestMapping("/v3/refund/domestic/refunds")
class RefundController {

    private final ChannelOffice office;

    RefundController(Offices offices) {
        this.office = offices.of(WechatPayParty.CODE);
    }

    @PostMapping
    Map<String, Object> refund(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        SubMerchants.check(office, subMchid);
        String outTradeNo = body.text("/out_trade_no", "商户订单号", "[0-9A-Za-z_*-]{6,32}");
        int total = body.number("/amount/total", "原订单金额", 1);
        if (office.orders()
                .find(outTradeNo)
                .filter(order -> order.amount() != total)
                .isPresent()) {
            throw ApiError.invalid("退款金额与订单金额不符");
        }
        return answer(office.refunds()
                .refund(Refund.asked(
                        body.text("/out_refund_no", "商户退款单号", "[0-9A-Za-z_|*@-]{1,64}"),
                        "50" + Numbers.digits(27),
                        outTradeNo,
                        subMchid,
                        body.number("/amount/refund", "退款金额", 1),
                        body.optional("/reason"),
                        Map.of("total", String.valueOf(total)))));
    }

    @GetMapping("/{outRefundNo}")
    Map<String, Object> query(@PathVariable String outRefundNo, @RequestParam("sub_mchid") String subMchid) {
        return answer(office.refunds()
                .find(outRefundNo)
                .filter(refund -> refund.account().equals(subMchid))
                .orElseThrow(() -> ApiError.of(404, "RESOURCE_NOT_EXISTS", "退款单不存在")));
    }

    private Map<String, Object> answer(Refund refund) {
        int total = Integer.parseInt(refund.facts().get("total"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("refund_id", refund.channelNo());
        answer.put("out_refund_no", refund.outRefundNo());
        answer.put(
                "transaction_id",
                office.orders().find(refund.outTradeNo()).map(Order::channelNo).orElse(""));
        answer.put("out_trade_no", refund.outTradeNo());
        answer.put("channel", "ORIGINAL");
        answer.put("user_received_account", "用户零钱");
        answer.put("create_time", ApiTime.text(refund.createdAt()));
        answer.put("status", status(refund));
        answer.put(
                "amount",
                Map.of(
                        "total",
                        total,
                        "refund",
                        refund.amount(),
                        "payer_total",
                        total,
                        "payer_refund",
                        refund.amount(),
                        "settlement_refund",
                        refund.amount(),
                        "settlement_total",
                        total,
                        "discount_refund",
                        0,
                        "currency",
                        "CNY"));
        return answer;
    }

    private static String status(Refund refund) {
        return refund.state() == Refund.State.FAILED
                ? "ABNORMAL"
                : refund.state().name();
    }
}

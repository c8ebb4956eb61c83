package cn.citybrain.parking.onboarding.simulator.wechatpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v3/refund/domestic/refunds}. */
@RestController
@RequestMapping("/v3/refund/domestic/refunds")
class RefundController {

    private final Refunds refunds;
    private final Orders orders;
    private final SubMerchants merchants;
    private final Seals seals;
    private final Clock clock;

    RefundController(Refunds refunds, Orders orders, SubMerchants merchants, Seals seals, Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.merchants = merchants;
        this.seals = seals;
        this.clock = clock;
    }

    @PostMapping
    Map<String, Object> refund(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        merchants.check(subMchid);
        String outTradeNo = body.text("/out_trade_no", "商户订单号", "[0-9A-Za-z_*-]{6,32}");
        return answer(refunds.refund(new RefundRecord(
                body.text("/out_refund_no", "商户退款单号", "[0-9A-Za-z_|*@-]{1,64}"),
                "50" + seals.random(27).replaceAll("\\D", "3"),
                outTradeNo,
                orders.find(outTradeNo).map(ParkingOrder::transactionId).orElse(""),
                subMchid,
                body.number("/amount/refund", "退款金额", 1),
                body.number("/amount/total", "原订单金额", 1),
                body.optional("/reason"),
                "PROCESSING",
                clock.instant())));
    }

    @GetMapping("/{outRefundNo}")
    Map<String, Object> query(@PathVariable String outRefundNo, @RequestParam("sub_mchid") String subMchid) {
        return answer(refunds.find(outRefundNo)
                .filter(refund -> refund.subMchid().equals(subMchid))
                .orElseThrow(() -> ApiError.of(404, "RESOURCE_NOT_EXISTS", "退款单不存在")));
    }

    private static Map<String, Object> answer(RefundRecord refund) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("refund_id", refund.refundId());
        answer.put("out_refund_no", refund.outRefundNo());
        answer.put("transaction_id", refund.transactionId());
        answer.put("out_trade_no", refund.outTradeNo());
        answer.put("channel", "ORIGINAL");
        answer.put("user_received_account", "用户零钱");
        answer.put("create_time", Transactions.time(refund.createdAt()));
        answer.put("status", refund.status());
        answer.put(
                "amount",
                Map.of(
                        "total", refund.total(),
                        "refund", refund.amount(),
                        "payer_total", refund.total(),
                        "payer_refund", refund.amount(),
                        "settlement_refund", refund.amount(),
                        "settlement_total", refund.total(),
                        "discount_refund", 0,
                        "currency", "CNY"));
        return answer;
    }
}

package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.BeijingTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/deductions} and {@code /v1/refunds}: idempotent on our numbers, bodies compared by the gateway. */
final class GatewayCharges implements Charges {

    /** Assumed: later than this after sending, "unknown number" is believed. */
    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    private final GatewayWire wire;
    private final Dialect dialect;
    private final String notifyUrl;

    GatewayCharges(GatewayWire wire, Dialect dialect, String notifyUrl) {
        this.wire = wire;
        this.dialect = dialect;
        this.notifyUrl = notifyUrl;
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        GatewayAnswer answer = wire.kept(order.outTradeNo(), "/v1/deductions", body(order));
        if (answer.ok()) {
            return result(order.outTradeNo(), answer.body());
        }
        // a 409 says that the number is in use with other content: only a query tells what was charged
        return answer.refused()
                ? new DeductionResult.Failed(answer.code(), answer.words())
                : new DeductionResult.Unknown("渠道网关应答 " + answer.code());
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        GatewayAnswer answer = wire.get("/v1/deductions/" + GatewayWire.encoded(order.outTradeNo()));
        if (answer.unknown()) {
            return new DeductionResult.NeverSeen();
        }
        return answer.ok()
                ? result(order.outTradeNo(), answer.body())
                : new DeductionResult.Unknown("渠道网关应答 " + answer.code());
    }

    /** What a verified answer or callback says about a deduction. */
    DeductionResult result(String outTradeNo, JsonNode said) {
        if (!outTradeNo.equals(GatewayAnswer.text(said, "outTradeNo"))) {
            return new DeductionResult.Unknown("渠道网关的应答属于另一笔扣款");
        }
        return switch (GatewayAnswer.text(said, "state")) {
            case "SUCCEEDED" -> succeeded(said);
            case "FAILED" ->
                new DeductionResult.Failed(
                        GatewayAnswer.text(said, "failureCode"), GatewayAnswer.text(said, "failureReason"));
            case "PENDING" -> new DeductionResult.Pending();
            default -> new DeductionResult.Unknown("渠道网关给出了未知的扣款状态");
        };
    }

    private DeductionResult succeeded(JsonNode said) {
        Instant paidAt = GatewayAnswer.time(said, "paidAt");
        String transactionNo = GatewayAnswer.text(said, "transactionNo");
        if (paidAt == null || transactionNo.isEmpty() || !said.path("amount").isInt()) {
            return new DeductionResult.Unknown("渠道网关称扣款成功，但应答不完整");
        }
        return new DeductionResult.Succeeded(
                transactionNo,
                paidAt,
                new ChargedFacts(
                        GatewayAnswer.text(said, "outTradeNo"),
                        said.path("amount").asInt(),
                        GatewayAnswer.text(said, "merchantNo"),
                        GatewayAnswer.text(said, "visitReference"),
                        GatewayAnswer.text(said, "plate"),
                        GatewayAnswer.text(said, "lotName"),
                        GatewayAnswer.time(said, "enteredAt"),
                        GatewayAnswer.time(said, "leftAt"),
                        dialect.terminalNo(said)));
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        GatewayAnswer answer = wire.kept(
                order.outRefundNo(),
                "/v1/refunds",
                Map.of(
                        "outRefundNo", order.outRefundNo(),
                        "outTradeNo", order.outTradeNo(),
                        "merchantNo", order.channelAccount(),
                        "amount", order.amount(),
                        "reason", order.reason()));
        return answer.refused() ? new RefundResult.Failed(answer.code(), answer.words()) : refund(order, answer);
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        return refund(order, wire.get("/v1/refunds/" + GatewayWire.encoded(order.outRefundNo())));
    }

    private static RefundResult refund(RefundOrder order, GatewayAnswer answer) {
        if (!answer.ok() || !order.outRefundNo().equals(answer.text("outRefundNo"))) {
            return new RefundResult.Unknown("渠道网关应答 " + answer.code());
        }
        return switch (answer.text("state")) {
            case "REFUNDED" -> new RefundResult.Refunded(answer.text("refundNo"));
            case "PENDING" -> new RefundResult.Pending();
            case "FAILED" -> new RefundResult.Failed(answer.text("failureCode"), answer.text("failureReason"));
            default -> new RefundResult.Unknown("渠道网关给出了未知的退款状态");
        };
    }

    private Map<String, Object> body(DeductionOrder order) {
        Visit visit = order.visit();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outTradeNo", order.outTradeNo());
        body.put("merchantNo", visit.lot().channelAccount());
        body.put("bindingNo", GatewayLots.number(visit.lot()));
        body.put("visitNo", visit.visitNo());
        body.put("visitReference", visit.reference());
        body.put("plate", visit.plate().number());
        body.put("plateColor", dialect.plateColor(visit.plate().color()));
        body.put("enteredAt", BeijingTime.rfc3339(visit.enteredAt()));
        body.put("leftAt", BeijingTime.rfc3339(visit.leftAt()));
        body.put("amount", order.amount());
        body.put("description", order.description());
        body.put("notifyUrl", notifyUrl);
        return body;
    }
}

package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/deductions} and {@code /v1/refunds}. */
@RestController
@RequestMapping("/sim/{channel}/v1")
class GatewayMoneyController {

    private final Offices offices;
    private final Parties parties;

    GatewayMoneyController(Offices offices, Parties parties) {
        this.offices = offices;
        this.parties = parties;
    }

    @PostMapping("/deductions")
    ResponseEntity<Map<String, Object>> deduct(@PathVariable String channel, @RequestBody JsonNode json) {
        ChannelOffice office = offices.of(channel);
        Order order = office.orders().charge(asked(office, new Content(json)));
        HttpStatus status = order.state() == Order.State.ACCEPTED ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(resource(channel, office, order));
    }

    private static Order asked(ChannelOffice office, Content body) {
        String merchantNo = body.text("merchantNo", 32);
        String visitNo = body.text("visitNo", 32);
        String plate = body.text("plate", 16);
        Visit visit = office.visits()
                .find(merchantNo, visitNo)
                .filter(known -> known.id().equals(body.text("visitReference", 32)))
                .filter(known ->
                        known.plateNo().equals(plate) && known.enteredAt().equals(body.time("enteredAt")))
                .orElseThrow(() -> GatewayError.refused("VISIT_MISMATCH", "与入场登记不一致"));
        return Order.asked(
                body.text("outTradeNo", 32),
                "GT" + Numbers.digits(20),
                merchantNo,
                visit.id(),
                visit.lotName(),
                plate,
                "",
                body.positive("amount"),
                body.text("notifyUrl", 256),
                Map.of("leftAt", body.time("leftAt"), "content", body.json().toString()));
    }

    @GetMapping("/deductions/{outTradeNo}")
    Map<String, Object> deduction(@PathVariable String channel, @PathVariable String outTradeNo) {
        ChannelOffice office = offices.of(channel);
        return resource(
                channel,
                office,
                office.orders().find(outTradeNo).orElseThrow(() -> GatewayError.unknown("扣款 " + outTradeNo)));
    }

    private Map<String, Object> resource(String channel, ChannelOffice office, Order order) {
        return Resources.of(order, office.visits().required(order.visit()), parties.of(channel));
    }

    @PostMapping("/refunds")
    Map<String, Object> refund(@PathVariable String channel, @RequestBody JsonNode json) {
        Content body = new Content(json);
        return Resources.of(offices.of(channel)
                .refunds()
                .refund(Refund.asked(
                        body.text("outRefundNo", 32),
                        "GR" + Numbers.digits(20),
                        body.text("outTradeNo", 32),
                        body.text("merchantNo", 32),
                        body.positive("amount"),
                        body.text("reason", 256),
                        Map.of())));
    }

    @GetMapping("/refunds/{outRefundNo}")
    Map<String, Object> refundState(@PathVariable String channel, @PathVariable String outRefundNo) {
        return Resources.of(offices.of(channel)
                .refunds()
                .find(outRefundNo)
                .orElseThrow(() -> GatewayError.unknown("退款 " + outRefundNo)));
    }
}

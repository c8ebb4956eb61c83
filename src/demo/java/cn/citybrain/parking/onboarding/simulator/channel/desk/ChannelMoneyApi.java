package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.Inputs;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Debits and refunds of a channel, for pages and scripts. */
@RestController
@RequestMapping("/demo/api/{channel}")
class ChannelMoneyApi {

    private final ChannelDesks desks;
    private final DeskViews views;

    ChannelMoneyApi(ChannelDesks desks, DeskViews views) {
        this.desks = desks;
        this.views = views;
    }

    record Decision(boolean success, String code, String reason) {}

    @GetMapping("/orders")
    List<ObjectNode> orders(@PathVariable String channel) {
        ChannelDesk desk = desks.of(channel);
        return desk.orders().stream().map(order -> views.of(desk, order)).toList();
    }

    @PostMapping("/orders/{outTradeNo}/decide")
    ObjectNode decide(@PathVariable String channel, @PathVariable String outTradeNo, @RequestBody Decision decision) {
        ChannelDesk desk = desks.of(channel);
        return views.of(desk, desk.decide(outTradeNo, decision.success(), decision.code(), decision.reason()));
    }

    /** {@code succeed}, {@code fail} as buttons have it, or one of the channel's own commands. */
    @PostMapping("/orders/{outTradeNo}/{command}")
    ObjectNode command(
            @PathVariable String channel,
            @PathVariable String outTradeNo,
            @PathVariable String command,
            @RequestBody(required = false) Map<String, Object> body) {
        ChannelDesk desk = desks.of(channel);
        Inputs inputs = new Inputs(body == null ? Map.of() : body);
        return views.of(
                desk,
                switch (command) {
                    case "succeed" -> desk.decide(outTradeNo, true, "", "");
                    case "fail" -> desk.decide(outTradeNo, false, inputs.text("code"), inputs.text("reason"));
                    default -> desk.orderCommand(outTradeNo, command, inputs.values());
                });
    }

    @GetMapping("/refunds")
    List<ObjectNode> refunds(@PathVariable String channel) {
        return desks.of(channel).refunds().stream().map(views::of).toList();
    }

    @PostMapping("/refunds/{outRefundNo}/decide")
    ObjectNode decideRefund(
            @PathVariable String channel, @PathVariable String outRefundNo, @RequestBody Decision decision) {
        return views.of(desks.of(channel).decideRefund(outRefundNo, decision.success()));
    }

    @PostMapping("/refunds/{outRefundNo}/{command:succeed|fail}")
    ObjectNode refund(@PathVariable String channel, @PathVariable String outRefundNo, @PathVariable String command) {
        return views.of(desks.of(channel).decideRefund(outRefundNo, command.equals("succeed")));
    }
}

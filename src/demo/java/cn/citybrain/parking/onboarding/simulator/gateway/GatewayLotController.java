package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/lots} and {@code /v1/agreements}. */
@RestController
@RequestMapping("/sim/{channel}/v1")
class GatewayLotController {

    private final Offices offices;
    private final Parties parties;

    GatewayLotController(Offices offices, Parties parties) {
        this.offices = offices;
        this.parties = parties;
    }

    @PostMapping("/lots")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> register(@PathVariable String channel, @RequestBody JsonNode json) {
        ChannelOffice office = offices.of(channel);
        Content body = new Content(json);
        String merchantNo = merchant(office, body);
        JsonNode lane = json.path("lanes").path(0);
        Party party = parties.of(channel);
        if (party.devices() && lane.isMissingNode()) {
            throw GatewayError.refused("NO_DEVICES", "停车场没有安装 " + party.name() + " 设备");
        }
        return Resources.of(office.lots()
                .submit(Lot.submitted(
                        body.text("bindingNo", 32),
                        merchantNo,
                        body.text("lotName", 128),
                        body.text("address", 256),
                        body.positive("spaceCount"),
                        Map.of(
                                "lotCode", body.text("lotCode", 64),
                                "notifyUrl", body.text("notifyUrl", 256),
                                "laneNo", lane.path("laneNo").asText(""),
                                "terminalNo", lane.path("terminalNo").asText("")))));
    }

    private static String merchant(ChannelOffice office, Content body) {
        String merchantNo = body.text("merchantNo", 32);
        if (office.accounts().find(merchantNo).isEmpty()) {
            throw GatewayError.refused("UNKNOWN_MERCHANT", "没有商户 " + merchantNo);
        }
        return merchantNo;
    }

    @GetMapping("/lots/{bindingNo}")
    Map<String, Object> query(@PathVariable String channel, @PathVariable String bindingNo) {
        return Resources.of(lot(channel, bindingNo));
    }

    @PostMapping("/lots/{bindingNo}/withdraw")
    Map<String, Object> withdraw(@PathVariable String channel, @PathVariable String bindingNo) {
        Lot lot = offices.of(channel).lots().withdraw(lot(channel, bindingNo).reference());
        if (lot.state() == Lot.State.PASSED) {
            throw GatewayError.conflict("停车场已登记，不能撤回");
        }
        return Resources.of(lot);
    }

    private Lot lot(String channel, String bindingNo) {
        return offices.of(channel).lots().all().stream()
                .filter(lot -> lot.outNo().equals(bindingNo))
                .findFirst()
                .orElseThrow(() -> GatewayError.unknown("停车场 " + bindingNo));
    }

    @GetMapping("/agreements/{plate}")
    Map<String, Object> agreement(
            @PathVariable String channel,
            @PathVariable String plate,
            @RequestParam String merchantNo,
            @RequestParam String plateColor) {
        Agreement agreement = offices.of(channel).agreements().of(plate, "");
        return agreement.signed()
                ? Map.of("state", "SIGNED", "message", "")
                : Map.of(
                        "state",
                        "NOT_SIGNED",
                        "message",
                        agreement.state().equals(Agreement.PAUSED) ? "车主暂停了签约" : "车主没有签约");
    }
}

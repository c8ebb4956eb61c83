package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/visits}. */
@RestController
@RequestMapping("/sim/{channel}/v1/visits")
class GatewayVisitController {

    private final Offices offices;

    GatewayVisitController(Offices offices) {
        this.offices = offices;
    }

    @PostMapping
    Map<String, Object> enter(@PathVariable String channel, @RequestBody JsonNode json) {
        return offices.of(channel).alone(() -> {
            ChannelOffice office = offices.of(channel);
            Content body = new Content(json);
            String merchantNo = body.text("merchantNo", 32);
            String visitNo = body.text("visitNo", 32);
            String plate = body.text("plate", 16);
            Lot lot = office.lots()
                    .find(merchantNo, body.text("bindingNo", 32))
                    .filter(known -> known.state() == Lot.State.PASSED)
                    .orElseThrow(() -> GatewayError.refused("UNKNOWN_LOT", "停车场没有登记"));
            boolean signed = office.agreements().of(plate, "").state().equals(Agreement.SIGNED);
            Visit visit = office.visits()
                    .find(merchantNo, visitNo)
                    .orElseGet(() -> new Visit(
                            "GV" + Numbers.letters(20),
                            merchantNo,
                            visitNo,
                            plate,
                            body.text("plateColor", 2),
                            lot.name(),
                            body.time("enteredAt"),
                            "",
                            Visit.NORMAL,
                            "",
                            lot.facts()));
            // a blocked vehicle that comes again is looked at again
            return Resources.of(office.visits()
                    .put(
                            visit.state().equals(Visit.LEFT)
                                    ? visit
                                    : visit.in(signed ? Visit.NORMAL : Visit.BLOCKED, signed ? "" : "车主没有签约，或已暂停")));
        });
    }

    @PostMapping("/{visitNo}/exit")
    Map<String, Object> exit(@PathVariable String channel, @PathVariable String visitNo, @RequestBody JsonNode json) {
        return offices.of(channel).alone(() -> {
            ChannelOffice office = offices.of(channel);
            Visit visit = office.visits().all().stream()
                    .filter(known -> known.outNo().equals(visitNo))
                    .findFirst()
                    .orElseThrow(() -> GatewayError.unknown("停车 " + visitNo));
            return Resources.of(office.visits().put(visit.left(new Content(json).time("leftAt"))));
        });
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiTime;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.Body;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayController;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The classic parking service: agreement, entry, debit, query. */
@WechatPayController
class ParkingController {

    private final ChannelOffice office;
    private final Entrances visits;
    private final OrderChecks checks;
    private final Clock clock;

    ParkingController(Offices offices, Entrances visits, OrderChecks checks, Clock clock) {
        this.office = offices.of(WechatPayParty.CODE);
        this.visits = visits;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping("/v3/vehicle/parking/services/find")
    Map<String, Object> agreement(
            @RequestParam String appid,
            @RequestParam("sub_mchid") String subMchid,
            @RequestParam("plate_number") String plateNumber,
            @RequestParam("plate_color") String plateColor,
            @RequestParam String openid) {
        OrderChecks.checkAppid(appid);
        SubMerchants.check(office, subMchid);
        String state = VehicleServices.wire(office.agreements().state(plateNumber, plateColor, openid));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("plate_number", plateNumber);
        answer.put("plate_color", plateColor);
        answer.put("openid", openid);
        answer.put("service_state", state);
        if (!state.equals("OUT_SERVICE")) {
            answer.put("service_open_time", ApiTime.text(clock.instant().minusSeconds(86_400)));
        }
        return answer;
    }

    @PostMapping("/v3/vehicle/parking/parkings")
    Map<String, Object> enter(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        SubMerchants.check(office, subMchid);
        Map<String, String> facts = Map.of(
                "notifyUrl",
                body.notifyUrl(),
                "freeDuration",
                String.valueOf(body.number("/free_duration", "免费时长", 0)));
        return answer(visits.enter(
                office,
                new Visit(
                        Numbers.letters(24),
                        subMchid,
                        body.text("/out_parking_no", "商户入场 id", "[0-9A-Za-z_|*-]{1,64}"),
                        body.plateNumber("/plate_number"),
                        body.plateColor("/plate_color"),
                        body.text("/parking_name", "停车场名称", ".{1,128}"),
                        body.time("/start_time", "入场时间"),
                        "",
                        Visit.NORMAL,
                        "",
                        facts)));
    }

    private static Map<String, Object> answer(Visit visit) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", visit.id());
        answer.put("out_parking_no", visit.outNo());
        answer.put("plate_number", visit.plateNo());
        answer.put("plate_color", visit.plateColor());
        answer.put("start_time", visit.enteredAt());
        answer.put("parking_name", visit.lotName());
        answer.put("free_duration", Integer.parseInt(visit.fact("freeDuration")));
        answer.put("state", visit.state());
        if (!visit.reason().isEmpty()) {
            answer.put("block_reason", visit.reason());
        }
        return answer;
    }

    @PostMapping("/v3/vehicle/transactions/parking")
    Map<String, Object> deduct(@RequestBody JsonNode json) {
        Order asked = checks.read(new Body(json), office);
        return Transactions.of(office.alone(() -> office.orders().again(asked).orElseGet(() -> {
            OrderChecks.visit(asked, office);
            return office.orders().charge(asked);
        })));
    }

    @GetMapping("/v3/vehicle/transactions/out-trade-no/{outTradeNo}")
    Map<String, Object> query(@PathVariable String outTradeNo, @RequestParam("sub_mchid") String subMchid) {
        return Transactions.of(office.orders()
                .find(outTradeNo)
                .filter(order -> order.account().equals(subMchid))
                .orElseThrow(() -> ApiError.of(404, "ORDER_NOT_EXIST", "订单不存在")));
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The classic parking service: agreement, entry, debit, query. */
@RestController
class ParkingController {

    private final Vehicles vehicles;
    private final Visits visits;
    private final Orders orders;
    private final OrderChecks checks;
    private final SubMerchants merchants;
    private final Clock clock;

    ParkingController(
            Vehicles vehicles, Visits visits, Orders orders, OrderChecks checks, SubMerchants merchants, Clock clock) {
        this.vehicles = vehicles;
        this.visits = visits;
        this.orders = orders;
        this.checks = checks;
        this.merchants = merchants;
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
        merchants.check(subMchid);
        String state = vehicles.state(plateNumber, plateColor, openid);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("plate_number", plateNumber);
        answer.put("plate_color", plateColor);
        answer.put("openid", openid);
        answer.put("service_state", state);
        if (!state.equals("OUT_SERVICE")) {
            answer.put("service_open_time", Transactions.time(clock.instant().minusSeconds(86_400)));
        }
        return answer;
    }

    @PostMapping("/v3/vehicle/parking/parkings")
    Map<String, Object> enter(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        merchants.check(subMchid);
        return answer(visits.enter(new ParkingVisit(
                "",
                subMchid,
                body.text("/out_parking_no", "商户入场 id", "[0-9A-Za-z_|*-]{1,64}"),
                body.plateNumber("/plate_number"),
                body.plateColor("/plate_color"),
                body.notifyUrl(),
                body.time("/start_time", "入场时间"),
                body.text("/parking_name", "停车场名称", ".{1,128}"),
                body.number("/free_duration", "免费时长", 0),
                "",
                "")));
    }

    private static Map<String, Object> answer(ParkingVisit visit) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", visit.id());
        answer.put("out_parking_no", visit.outParkingNo());
        answer.put("plate_number", visit.plateNumber());
        answer.put("plate_color", visit.plateColor());
        answer.put("start_time", visit.startTime());
        answer.put("parking_name", visit.parkingName());
        answer.put("free_duration", visit.freeDuration());
        answer.put("state", visit.state());
        if (!visit.blockReason().isEmpty()) {
            answer.put("block_reason", visit.blockReason());
        }
        return answer;
    }

    @PostMapping("/v3/vehicle/transactions/parking")
    Map<String, Object> deduct(@RequestBody JsonNode json) {
        ParkingOrder asked = checks.read(new Body(json));
        ParkingOrder order = orders.find(asked.outTradeNo())
                .map(before -> OrderChecks.same(before, asked))
                .orElseGet(() -> orders.charge(asked, checks.visit(asked)));
        return Transactions.of(order);
    }

    @GetMapping("/v3/vehicle/transactions/out-trade-no/{outTradeNo}")
    Map<String, Object> query(@PathVariable String outTradeNo, @RequestParam("sub_mchid") String subMchid) {
        return Transactions.of(orders.find(outTradeNo)
                .filter(order -> order.subMchid().equals(subMchid))
                .orElseThrow(() -> ApiError.of(404, "ORDER_NOT_EXIST", "订单不存在")));
    }
}

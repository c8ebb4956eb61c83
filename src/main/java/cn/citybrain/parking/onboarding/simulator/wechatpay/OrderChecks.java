package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What WeChat Pay checks of a debit before it takes it. */
@Component
class OrderChecks {

    private final Visits visits;
    private final Vehicles vehicles;
    private final SubMerchants merchants;
    private final Seals seals;
    private final Clock clock;

    OrderChecks(Visits visits, Vehicles vehicles, SubMerchants merchants, Seals seals, Clock clock) {
        this.visits = visits;
        this.vehicles = vehicles;
        this.merchants = merchants;
        this.seals = seals;
        this.clock = clock;
    }

    static void checkAppid(String appid) {
        if (!Party.SP_APPID.equals(appid)) {
            throw ApiError.param("/appid", "应用 ID", "与商户号没有绑定关系");
        }
    }

    ParkingOrder read(Body body) {
        checkAppid(body.text("/appid", "应用 ID", ".{1,32}"));
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        merchants.check(subMchid);
        body.text("/trade_scene", "交易场景", "PARKING");
        ParkingOrder.Scene scene = scene(body);
        return new ParkingOrder(
                body.text("/out_trade_no", "商户订单号", "[0-9A-Za-z_*-]{6,32}"),
                "42" + seals.random(26).replaceAll("\\D", "7"),
                Party.SP_APPID,
                subMchid,
                body.text("/description", "商品描述", ".{1,128}"),
                body.optional("/attach"),
                body.notifyUrl(),
                body.number("/amount/total", "总金额", 1),
                scene,
                openid(scene),
                "",
                "",
                clock.instant(),
                null,
                0,
                false);
    }

    private ParkingOrder.Scene scene(Body body) {
        ParkingOrder.Scene scene = new ParkingOrder.Scene(
                body.text("/parking_info/parking_id", "停车入场 id", ".{1,32}"),
                body.plateNumber("/parking_info/plate_number"),
                body.plateColor("/parking_info/plate_color"),
                body.time("/parking_info/start_time", "入场时间"),
                body.time("/parking_info/end_time", "出场时间"),
                body.text("/parking_info/parking_name", "停车场名称", ".{1,128}"),
                body.number("/parking_info/charging_duration", "计费时长", 0));
        OffsetDateTime end = OffsetDateTime.parse(scene.endTime());
        if (!end.isAfter(OffsetDateTime.parse(scene.startTime()))) {
            throw ApiError.param("/parking_info/end_time", "出场时间", "须晚于入场时间");
        }
        if (end.toInstant().isAfter(clock.instant())) {
            throw ApiError.param("/parking_info/end_time", "出场时间", "不能晚于当前时间");
        }
        return scene;
    }

    private String openid(ParkingOrder.Scene scene) {
        String known = vehicles.of(scene.plateNumber(), scene.plateColor()).openid();
        return known.isEmpty() ? "oDemoOwner" + Math.abs(scene.plateNumber().hashCode()) : known;
    }

    /** The visit that is to be charged: known, of this merchant, with the data of the entry, the plate's newest. */
    ParkingVisit visit(ParkingOrder asked) {
        ParkingVisit visit = visits.find(asked.scene().parkingId()).orElseThrow(() -> ApiError.invalid("停车入场 id 不存在"));
        ParkingOrder.Scene scene = asked.scene();
        boolean fits = visit.subMchid().equals(asked.subMchid())
                && visit.plateNumber().equals(scene.plateNumber())
                && visit.plateColor().equals(scene.plateColor())
                && visit.startTime().equals(scene.startTime())
                && visit.parkingName().equals(scene.parkingName());
        if (!fits) {
            throw ApiError.invalid("交易场景与停车入场 id 不匹配");
        }
        if (!visits.newest(visit)) {
            throw ApiError.invalid("停车入场 id 不存在：不是该车牌最近一次入场");
        }
        return visit;
    }

    /** The same number again is answered with what it became, if it asks for the same. */
    static ParkingOrder same(ParkingOrder before, ParkingOrder asked) {
        boolean same = before.subMchid().equals(asked.subMchid())
                && before.total() == asked.total()
                && before.scene().equals(asked.scene())
                && before.orderDescription().equals(asked.orderDescription());
        if (!same) {
            // assumed: WeChat Pay does not document this code for parking
            throw ApiError.of(400, "OUT_TRADE_NO_USED", "商户订单号已被使用，且订单信息不一致");
        }
        return before;
    }
}

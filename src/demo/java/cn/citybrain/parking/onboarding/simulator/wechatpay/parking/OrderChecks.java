package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.Body;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What WeChat Pay checks of a debit before it takes it. */
@Component
class OrderChecks {

    private final Clock clock;

    OrderChecks(Clock clock) {
        this.clock = clock;
    }

    static void checkAppid(String appid) {
        if (!WechatPayParty.SP_APPID.equals(appid)) {
            throw ApiError.param("/appid", "应用 ID", "与商户号没有绑定关系");
        }
    }

    Order read(Body body, ChannelOffice office) {
        checkAppid(body.text("/appid", "应用 ID", ".{1,32}"));
        String subMchid = body.text("/sub_mchid", "特约商户号", "\\d{8,32}");
        SubMerchants.check(office, subMchid);
        body.text("/trade_scene", "交易场景", "PARKING");
        ParkingScene scene = scene(body);
        Map<String, String> facts = new HashMap<>(scene.facts());
        facts.put("description", body.text("/description", "商品描述", ".{1,128}"));
        facts.put("attach", body.optional("/attach"));
        facts.put("openid", openid(scene, office));
        return Order.asked(
                body.text("/out_trade_no", "商户订单号", "[0-9A-Za-z_*-]{6,32}"),
                "42" + Numbers.digits(26),
                subMchid,
                scene.parkingId(),
                scene.parkingName(),
                scene.plateNumber(),
                scene.plateColor(),
                body.number("/amount/total", "总金额", 1),
                body.notifyUrl(),
                facts);
    }

    private ParkingScene scene(Body body) {
        ParkingScene scene = new ParkingScene(
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

    private static String openid(ParkingScene scene, ChannelOffice office) {
        String known =
                office.agreements().of(scene.plateNumber(), scene.plateColor()).payerId();
        return known.isEmpty() ? "oDemoOwner" + Math.abs(scene.plateNumber().hashCode()) : known;
    }

    /** The visit that is to be charged: known, of this merchant, with the data of the entry, the plate's newest. */
    static void visit(Order asked, ChannelOffice office) {
        Visit visit = office.visits().find(asked.visit()).orElseThrow(() -> ApiError.invalid("停车入场 id 不存在"));
        boolean fits = visit.account().equals(asked.account())
                && visit.plateNo().equals(asked.plateNo())
                && visit.plateColor().equals(asked.plateColor())
                && visit.enteredAt().equals(asked.fact("startTime"))
                && visit.lotName().equals(asked.lotName());
        if (!fits) {
            throw ApiError.invalid("交易场景与停车入场 id 不匹配");
        }
        if (!office.visits().newest(visit)) {
            throw ApiError.invalid("停车入场 id 不存在：不是该车牌最近一次入场");
        }
    }
}

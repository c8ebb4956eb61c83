package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import com.wechat.pay.java.service.wexinpayscoreparking.WexinPayScoreParkingService;
import com.wechat.pay.java.service.wexinpayscoreparking.model.CreateParkingRequest;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Parking;
import com.wechat.pay.java.service.wexinpayscoreparking.model.PlateColor;
import com.wechat.pay.java.service.wexinpayscoreparking.model.PlateService;
import com.wechat.pay.java.service.wexinpayscoreparking.model.QueryPlateServiceRequest;
import java.util.Optional;

/** Vehicles: whether their owners signed, and that they entered. */
final class WechatPayVehicles implements Vehicles {

    private final WechatPayWire wire;
    private final WexinPayScoreParkingService parking;
    private final WechatPaySettings settings;

    WechatPayVehicles(WechatPayWire wire, WexinPayScoreParkingService parking, WechatPaySettings settings) {
        this.wire = wire;
        this.parking = parking;
        this.settings = settings;
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        if (plate.payerId() == null || plate.payerId().isBlank()) {
            return new Agreement.Undeterminable("没有登记车主的微信 openid；微信支付要到车辆入场时才告知能否扣款");
        }
        return ParkingCodes.color(plate.color())
                .map(color -> ask(lot, plate, color))
                .orElseGet(() -> new Agreement.Undeterminable("微信支付没有这种车牌颜色，请更正车牌颜色"));
    }

    private Agreement ask(LotRegistration lot, Plate plate, PlateColor color) {
        QueryPlateServiceRequest request = new QueryPlateServiceRequest();
        request.setAppid(settings.spAppid());
        request.setSubMchid(lot.channelAccount());
        request.setPlateNumber(plate.number());
        request.setPlateColor(color);
        request.setOpenid(plate.payerId());
        try {
            return agreement(wire.call(() -> parking.queryPlateService(request)));
        } catch (WechatPayRefusal refusal) {
            if (refusal.definite() && !refusal.is("SIGN_ERROR")) {
                return new Agreement.Undeterminable("微信支付拒绝查询：" + refusal.words());
            }
            throw refusal;
        }
    }

    private static Agreement agreement(PlateService answer) {
        String state = String.valueOf(answer.getServiceState());
        return switch (state) {
            case "NORMAL" -> new Agreement.Signed();
            case "PAUSE" -> new Agreement.NotSigned("车主的微信车主服务已暂停，请车主在微信“车主服务”中恢复（如补缴欠费）");
            case "OUT_SERVICE" -> new Agreement.NotSigned("车主没有为该车牌开通微信车主服务，请先在微信“车主服务”中开通");
            default -> new Agreement.Undeterminable("微信支付返回了未知的签约状态：" + state);
        };
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.of(new PayerId("车主的微信 openid", "查询签约状态时用；不知道可以不填，车辆入场时微信支付会告知能否扣款"));
    }

    /** "省份+车牌，不包括特殊字符": a plate that names no province cannot be told. */
    @Override
    public Optional<String> obstacle(Plate plate) {
        boolean told = PlateNumber.read(plate.number())
                .filter(number -> number.kind().ofProvince())
                .isPresent();
        return told ? Optional.empty() : Optional.of("微信支付的车牌由省份简称加号码组成，不能用使馆、武警、军队或民航车牌测试，请换一辆车");
    }

    @Override
    public EntryResult entered(Visit visit) {
        return ParkingCodes.color(visit.plate().color())
                .map(color -> report(visit, color))
                .orElseGet(() -> new EntryResult.Rejected("PLATE_COLOR", "微信支付没有这种车牌颜色"));
    }

    private EntryResult report(Visit visit, PlateColor color) {
        CreateParkingRequest request = new CreateParkingRequest();
        request.setSubMchid(visit.lot().channelAccount());
        request.setOutParkingNo(visit.visitNo());
        request.setPlateNumber(visit.plate().number());
        request.setPlateColor(color);
        request.setNotifyUrl(settings.notifyUrl("parkings"));
        request.setStartTime(ParkingCodes.time(visit.enteredAt()));
        request.setParkingName(visit.lot().lotName());
        // the City Brain interface does not tell the lot's free minutes; the bill already has them taken off
        request.setFreeDuration(0);
        try {
            return admission(wire.call(() -> parking.createParking(request)));
        } catch (WechatPayRefusal refusal) {
            if (refusal.definite()) {
                return new EntryResult.Rejected(refusal.code(), refusal.words());
            }
            throw refusal;
        }
    }

    private static EntryResult admission(Parking answer) {
        if (answer.getId() == null || answer.getId().isEmpty()) {
            throw new NoAnswer(Channel.WECHATPAY, "入场应答没有停车入场 id");
        }
        return switch (String.valueOf(answer.getState())) {
            case "NORMAL" -> new EntryResult.Admitted(answer.getId());
            case "BLOCKED" -> new EntryResult.Blocked(answer.getId(), blocked(answer.getBlockReason()));
            default -> throw new NoAnswer(Channel.WECHATPAY, "未知的入场状态：" + answer.getState());
        };
    }

    @Override
    public ExitResult left(Visit visit) {
        return new ExitResult.NotNeeded();
    }

    /** Codes in words (assumed: WeChat Pay does not publish the list). */
    static String blocked(String reason) {
        return switch (reason == null ? "" : reason) {
            case "" -> "微信支付未说明原因";
            case "PAUSE" -> "车主服务已暂停（PAUSE）";
            case "OVERDUE" -> "车主有欠费未还（OVERDUE）";
            default -> reason;
        };
    }
}

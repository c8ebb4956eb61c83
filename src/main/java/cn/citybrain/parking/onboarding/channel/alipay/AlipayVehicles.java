package cn.citybrain.parking.onboarding.channel.alipay;

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
import com.alipay.api.domain.AlipayEcoMycarParkingAgreementQueryModel;
import com.alipay.api.domain.AlipayEcoMycarParkingEnterinfoSyncModel;
import com.alipay.api.domain.AlipayEcoMycarParkingExitinfoSyncModel;
import com.alipay.api.request.AlipayEcoMycarParkingAgreementQueryRequest;
import com.alipay.api.request.AlipayEcoMycarParkingEnterinfoSyncRequest;
import com.alipay.api.request.AlipayEcoMycarParkingExitinfoSyncRequest;
import com.alipay.api.response.AlipayEcoMycarParkingAgreementQueryResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Vehicles: whether their owners signed, that they entered, that they left. */
final class AlipayVehicles implements Vehicles {

    private final AlipayWire wire;

    AlipayVehicles(AlipayWire wire) {
        this.wire = wire;
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
        if (ParkingCodes.blank(lot.channelLotId())) {
            return new Agreement.Undeterminable("停车场还没有在支付宝登记，登记以后才能查询车主是否签约");
        }
        return ParkingCodes.color(plate.color())
                .map(color -> ask(lot, plate, color))
                .orElseGet(() -> new Agreement.Undeterminable("支付宝没有这种车牌颜色，请更正车牌颜色"));
    }

    private Agreement ask(LotRegistration lot, Plate plate, String color) {
        AlipayEcoMycarParkingAgreementQueryModel model = new AlipayEcoMycarParkingAgreementQueryModel();
        model.setCarNumber(plate.number());
        model.setPlateColor(color);
        model.setParkingId(lot.channelLotId());
        model.setVer("v2.1");
        if (!ParkingCodes.blank(plate.payerId()) && plate.payerId().matches(ParkingCodes.PID)) {
            model.setAlipayUserId(plate.payerId());
        } else if (!ParkingCodes.blank(plate.payerId())) {
            model.setOpenId(plate.payerId());
        }
        AlipayEcoMycarParkingAgreementQueryRequest request = new AlipayEcoMycarParkingAgreementQueryRequest();
        request.setBizModel(model);
        try {
            return agreement(wire.ask(request));
        } catch (AlipayRefusal refusal) {
            if (refusal.definite() && !refusal.configuration()) {
                return new Agreement.Undeterminable("支付宝拒绝查询：" + refusal.words());
            }
            throw refusal;
        }
    }

    private static Agreement agreement(AlipayEcoMycarParkingAgreementQueryResponse answer) {
        String text = ParkingCodes.blank(answer.getAgreementScene()) ? "" : answer.getAgreementScene();
        Set<String> scenes = Set.copyOf(Arrays.asList(text.strip().split("\\s*,\\s*")));
        if (scenes.contains("PLATE_PAY")) {
            return new Agreement.Signed();
        }
        boolean undecided = "2".equals(answer.getAdvanceStatus())
                || answer.getUserAdvanceInfo() != null
                        && "1".equals(answer.getUserAdvanceInfo().getConsultResult());
        if (undecided) {
            return new Agreement.Undeterminable("支付宝暂时无法判断该车能否扣款，请稍后重试");
        }
        return notSigned(scenes);
    }

    private static Agreement notSigned(Set<String> scenes) {
        if (scenes.contains("NSF_CHECK_FAILED")) {
            return new Agreement.NotSigned("支付宝校验未通过（NSF_CHECK_FAILED），目前不能扣款，请车主在支付宝查看原因，如补缴欠费");
        }
        if (scenes.contains("NO_AGREEMENT_SCENE")) {
            return new Agreement.NotSigned("车主没有为该车牌开通支付宝无感支付（车牌代扣），请先在支付宝开通");
        }
        if (scenes.contains("ETC_PAY")) {
            return new Agreement.NotSigned("车主只开通了 ETC 代扣，靠车牌识别的停车场不能使用，请在支付宝开通车牌代扣");
        }
        return new Agreement.Undeterminable("支付宝没有说明车主是否签约");
    }

    @Override
    public Optional<PayerId> payerId() {
        return Optional.of(new PayerId("车主的支付宝用户号", "2088 开头的 16 位数字（或 open_id），查询签约状态更准确；不知道可以不填"));
    }

    @Override
    public EntryResult entered(Visit visit) {
        if (ParkingCodes.blank(visit.lot().channelLotId())) {
            return new EntryResult.Rejected("LOT_NOT_REGISTERED", "停车场还没有在支付宝登记");
        }
        return ParkingCodes.color(visit.plate().color())
                .map(color -> report(visit, color))
                .orElseGet(() -> new EntryResult.Rejected("PLATE_COLOR", "支付宝没有这种车牌颜色"));
    }

    private EntryResult report(Visit visit, String color) {
        AlipayEcoMycarParkingEnterinfoSyncModel model = new AlipayEcoMycarParkingEnterinfoSyncModel();
        model.setParkingId(visit.lot().channelLotId());
        model.setCarNumber(visit.plate().number());
        model.setCarColor(color);
        model.setInTime(ParkingCodes.time(visit.enteredAt()));
        model.setOutSerialNo(visit.visitNo());
        AlipayEcoMycarParkingEnterinfoSyncRequest request = new AlipayEcoMycarParkingEnterinfoSyncRequest();
        request.setBizModel(model);
        try {
            return admitted(wire.call(request).getSerialNo());
        } catch (AlipayRefusal refusal) {
            if (refusal.definite() && !refusal.configuration()) {
                return new EntryResult.Rejected(refusal.code(), refusal.words());
            }
            throw refusal;
        }
    }

    /** Whether the owner signed is asked at the exit: the word of the entry would be old by then. */
    private static EntryResult admitted(String serialNo) {
        if (ParkingCodes.blank(serialNo)) {
            throw new NoAnswer(Channel.ALIPAY, "入场应答没有 serial_no");
        }
        return new EntryResult.Admitted(serialNo);
    }

    @Override
    public ExitResult left(Visit visit) {
        AlipayEcoMycarParkingExitinfoSyncModel model = new AlipayEcoMycarParkingExitinfoSyncModel();
        model.setParkingId(visit.lot().channelLotId());
        model.setCarNumber(visit.plate().number());
        model.setCarColor(ParkingCodes.color(visit.plate().color()).orElse(null));
        model.setOutTime(ParkingCodes.time(visit.leftAt()));
        model.setSerialNo(visit.reference());
        model.setOutSerialNo(visit.visitNo());
        AlipayEcoMycarParkingExitinfoSyncRequest request = new AlipayEcoMycarParkingExitinfoSyncRequest();
        request.setBizModel(model);
        try {
            wire.call(request);
            return new ExitResult.Told();
        } catch (AlipayRefusal refusal) {
            // the wire has logged it
            if (refusal.business()) {
                return new ExitResult.Rejected(refusal.code(), refusal.words());
            }
            throw refusal;
        }
    }
}

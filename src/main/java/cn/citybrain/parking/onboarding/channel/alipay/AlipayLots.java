package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.words.Typed;
import com.alipay.api.domain.AlipayEcoMycarParkingParkinglotinfoCreateModel;
import com.alipay.api.domain.AlipayEcoMycarParkingParkinglotinfoQueryModel;
import com.alipay.api.domain.BusinessItem;
import com.alipay.api.request.AlipayEcoMycarParkingParkinglotinfoCreateRequest;
import com.alipay.api.request.AlipayEcoMycarParkingParkinglotinfoQueryRequest;
import com.alipay.api.response.AlipayEcoMycarParkingParkinglotinfoCreateResponse;
import com.alipay.api.response.AlipayEcoMycarParkingParkinglotinfoQueryResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lots on Alipay's parking platform. Alipay decides at once; whether it knows a lot is asked before it is told of one. */
final class AlipayLots implements Lots {

    /** The shorter of the two lengths that Alipay's methods allow. */
    private static final int LONGEST_ID = 28;

    private final AlipayWire wire;
    private final AlipaySettings settings;

    AlipayLots(AlipayWire wire, AlipaySettings settings) {
        this.wire = wire;
        this.settings = settings;
    }

    @Override
    public LotState register(LotRegistration lot) {
        String obstacle = obstacle(lot);
        if (!obstacle.isEmpty()) {
            return new LotState.Refused(obstacle);
        }
        try {
            Optional<LotState> known = known(lot);
            return known.isPresent() ? known.get() : create(lot);
        } catch (AlipayRefusal refusal) {
            if (refusal.definite() && !refusal.configuration()) {
                return new LotState.Refused(refusal.words());
            }
            throw refusal;
        }
    }

    /** Alipay decides at once: whoever asks again had no answer. */
    @Override
    public LotState state(LotRegistration lot) {
        return register(lot);
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        return lot.reference().isEmpty()
                ? new Withdrawal.NotNeeded("支付宝没有登记该停车场")
                : new ByHand("支付宝", "支付宝没有注销停车场的接口：请联系支付宝停车平台注销停车场 " + lot.reference());
    }

    private static String obstacle(LotRegistration lot) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("经度", lot.lot().longitude());
        wanted.put("纬度", lot.lot().latitude());
        wanted.put("客服电话", lot.lot().servicePhone());
        List<String> missing = wanted.entrySet().stream()
                .filter(item -> ParkingCodes.blank(item.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            return "停车场“" + lot.lotName() + "”缺少" + String.join("、", missing)
                    + "，支付宝登记停车场时必须提供：请在停车场页面的“位置和客服电话”中补充后重新登记（经纬度用高德地图坐标）";
        }
        if (!lot.channelAccount().matches(ParkingCodes.PID)) {
            return "收款账户不是支付宝 PID（2088 开头的 16 位数字），无法作为停车场的收款方：请在“收款账户”中改填 PID 后重新登记";
        }
        return Typed.length(lot.lotName()) > 64 ? "停车场名称超过支付宝允许的 64 个字，请先修改名称" : "";
    }

    private Optional<LotState> known(LotRegistration lot) {
        AlipayEcoMycarParkingParkinglotinfoQueryModel model = new AlipayEcoMycarParkingParkinglotinfoQueryModel();
        model.setOutParkingId(ourId(lot));
        AlipayEcoMycarParkingParkinglotinfoQueryRequest request = new AlipayEcoMycarParkingParkinglotinfoQueryRequest();
        request.setBizModel(model);
        try {
            return Optional.of(wire.ask(request))
                    .filter(found -> !ParkingCodes.blank(found.getParkingId()))
                    .map(found -> registered(lot, found));
        } catch (AlipayRefusal refusal) {
            // assumed: the code of an unknown lot is not published
            if (refusal.business()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static LotState registered(LotRegistration lot, AlipayEcoMycarParkingParkinglotinfoQueryResponse found) {
        boolean ours = ourId(lot).equals(found.getOutParkingId())
                && (ParkingCodes.blank(found.getMchntId()) || found.getMchntId().equals(lot.channelAccount()));
        return ours
                ? new LotState.Registered(ourId(lot), found.getParkingId())
                : new LotState.Refused("支付宝已有编号为 " + ourId(lot) + " 的停车场，但收款方不同：请联系运营公司核实");
    }

    private LotState create(LotRegistration lot) {
        AlipayEcoMycarParkingParkinglotinfoCreateRequest request =
                new AlipayEcoMycarParkingParkinglotinfoCreateRequest();
        request.setBizModel(model(lot));
        AlipayEcoMycarParkingParkinglotinfoCreateResponse answer = wire.call(request);
        String code = ParkingCodes.blank(answer.getBizCode()) ? "" : answer.getBizCode();
        return switch (code) {
            case "", "SUCCESS" -> created(lot, answer.getParkingId());
            case "INVALID_PARAMETER", "NO_PERMISSION_ERROR", "BIZ_FAIL" -> new LotState.Refused(words(answer));
            case "BIZ_UNKNOWN" -> known(lot).orElseThrow(() -> new NoAnswer(Channel.ALIPAY, code));
            case "SYSTEM_ERROR" -> throw new NoAnswer(Channel.ALIPAY, code);
            default -> new LotState.Refused(words(answer));
        };
    }

    private static LotState created(LotRegistration lot, String parkingId) {
        if (ParkingCodes.blank(parkingId)) {
            throw new NoAnswer(Channel.ALIPAY, "停车场登记的应答没有 parking_id");
        }
        return new LotState.Registered(ourId(lot), parkingId);
    }

    private static String words(AlipayEcoMycarParkingParkinglotinfoCreateResponse answer) {
        return ParkingCodes.blank(answer.getBizMsg()) ? "支付宝没有登记该停车场（" + answer.getBizCode() + "）" : answer.getBizMsg();
    }

    private AlipayEcoMycarParkingParkinglotinfoCreateModel model(LotRegistration lot) {
        AlipayEcoMycarParkingParkinglotinfoCreateModel model = new AlipayEcoMycarParkingParkinglotinfoCreateModel();
        model.setOutParkingId(ourId(lot));
        model.setParkingName(lot.lotName());
        model.setParkingAddress(lot.lot().address());
        model.setLongitude(lot.lot().longitude());
        model.setLatitude(lot.lot().latitude());
        model.setParkingMobile(lot.lot().servicePhone());
        model.setSumSpace(Integer.toString(lot.lot().spaceCount()));
        // paid online and by withholding, also after the vehicle left
        model.setPayType("1,2");
        model.setSupportAfterPay("Y");
        model.setMchntId(lot.channelAccount());
        model.setBusinessIsv(List.of(withholding(lot)));
        return model;
    }

    private BusinessItem withholding(LotRegistration lot) {
        BusinessItem item = new BusinessItem();
        item.setBusinessType("AGREEMENT_PAY");
        item.setBusinessPid(settings.pid());
        item.setBusinessAppid(settings.appId());
        item.setBusinessPayeeId(lot.channelAccount());
        return item;
    }

    /** Ours, unique over all lots and accounts: the lot's code, as far as there is room, and our number of the binding. */
    static String ourId(LotRegistration lot) {
        String number = "B" + lot.bindingId();
        String code = lot.lotCode().replaceAll("[^0-9A-Za-z]", "");
        int room = LONGEST_ID - number.length();
        return (code.length() > room ? code.substring(0, room) : code) + number;
    }
}

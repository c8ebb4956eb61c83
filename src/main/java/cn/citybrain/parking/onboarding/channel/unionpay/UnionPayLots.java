package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import java.util.LinkedHashMap;
import java.util.Map;

/** 90301 and 90303 (assumed: in reality ParkCode is given by hand). */
final class UnionPayLots implements Lots {

    private final UnionPayWire wire;

    UnionPayLots(UnionPayWire wire) {
        this.wire = wire;
    }

    /** What every operation about a lot tells. */
    static Map<String, String> fields(LotRegistration lot) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ParkCode", lot.channelLotId());
        fields.put("ParkName", lot.lotName());
        return fields;
    }

    @Override
    public LotState register(LotRegistration lot) {
        String number = number(lot);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("OutParkCode", number);
        fields.put("ParkName", lot.lotName());
        fields.put("ParkAddr", lot.lot().address());
        fields.put("Spaces", Integer.toString(lot.lot().spaceCount()));
        fields.put("Lng", lot.lot().longitude());
        fields.put("Lat", lot.lot().latitude());
        return state(number, wire.call("90301", lot.channelAccount(), fields));
    }

    @Override
    public LotState state(LotRegistration lot) {
        String number = number(lot);
        UnionPayAnswer answer = wire.ask("90303", lot.channelAccount(), Map.of("OutParkCode", number));
        return answer.is("29") ? register(lot) : state(number, answer);
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        return lot.reference().isEmpty()
                ? new Withdrawal.NotNeeded("银联没有收下该停车场")
                : new ByHand(UnionPayAccounts.BANK, "银联没有注销停车场的接口：请通知经办人注销停车场 " + lot.reference());
    }

    private static LotState state(String number, UnionPayAnswer answer) {
        if (answer.is("09")) {
            return new LotState.Pending(number);
        }
        if (answer.is("00", "08", "14") && !answer.text("ParkCode").isEmpty()) {
            return new LotState.Registered(number, answer.text("ParkCode"));
        }
        if (answer.is("03", "04", "54")) {
            return new LotState.Refused(answer.words());
        }
        throw new ChannelException("银联没有说明停车场的状态：" + answer.words());
    }

    private static String number(LotRegistration lot) {
        return "L" + lot.bindingId();
    }
}

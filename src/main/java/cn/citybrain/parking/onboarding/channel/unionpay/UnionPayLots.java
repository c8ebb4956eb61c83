package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import java.util.LinkedHashMap;
import java.util.Map;

/** 90301 and 90303 (assumed: in reality ParkCode is given by hand) and 40401. */
final class UnionPayLots {

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

    LotState register(LotRegistration lot) {
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

    LotState state(LotRegistration lot) {
        String number = number(lot);
        UnionPayAnswer answer = wire.call("90303", lot.channelAccount(), Map.of("OutParkCode", number));
        return answer.is("29") ? register(lot) : state(number, answer);
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

    Agreement agreement(LotRegistration lot, Plate plate) {
        UnionPayAnswer answer =
                wire.call("40401", lot.channelAccount(), Map.of("CarNo", plate.number(), "CarBusi", "01"));
        if (answer.is("00")) {
            return new Agreement.Signed();
        }
        return answer.notPayable()
                ? new Agreement.NotSigned(answer.words())
                : new Agreement.Undeterminable(answer.words());
    }
}

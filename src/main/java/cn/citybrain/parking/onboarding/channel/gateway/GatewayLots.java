package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/lots} and {@code /v1/agreements}. */
final class GatewayLots {

    private final GatewayWire wire;
    private final Dialect dialect;
    private final String notifyUrl;

    GatewayLots(GatewayWire wire, Dialect dialect, String notifyUrl) {
        this.wire = wire;
        this.dialect = dialect;
        this.notifyUrl = notifyUrl;
    }

    LotState register(LotRegistration lot) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("bindingNo", number(lot));
        body.put("merchantNo", lot.channelAccount());
        body.put("lotCode", lot.lotCode());
        body.put("lotName", lot.lotName());
        body.put("address", lot.lot().address());
        body.put("spaceCount", lot.lot().spaceCount());
        body.put("notifyUrl", notifyUrl);
        body.putAll(dialect.lot(lot));
        GatewayAnswer answer = wire.post("/v1/lots", body);
        return answer.refused() ? new LotState.Refused(answer.words()) : state(lot, answer);
    }

    LotState state(LotRegistration lot) {
        GatewayAnswer answer = wire.get("/v1/lots/" + number(lot));
        return answer.unknown() ? register(lot) : state(lot, answer);
    }

    void withdraw(LotRegistration lot) {
        GatewayAnswer answer = wire.post("/v1/lots/" + number(lot) + "/withdraw", Map.of());
        if (!answer.ok() && !answer.unknown() && answer.status() != 409) {
            throw new ChannelException("渠道网关没有撤回停车场：" + answer.words());
        }
    }

    Agreement agreement(LotRegistration lot, Plate plate) {
        GatewayAnswer answer = wire.get("/v1/agreements/" + GatewayWire.encoded(plate.number()) + "?merchantNo="
                + GatewayWire.encoded(lot.channelAccount()) + "&plateColor="
                + GatewayWire.encoded(dialect.plateColor(plate.color())));
        if (answer.unknown()) {
            return new Agreement.NotSigned("渠道没有这个车牌的签约");
        }
        return switch (answer.ok() ? answer.text("state") : "") {
            case "SIGNED" -> new Agreement.Signed();
            case "NOT_SIGNED" -> new Agreement.NotSigned(answer.words());
            default -> new Agreement.Undeterminable(answer.words());
        };
    }

    private static LotState state(LotRegistration lot, GatewayAnswer answer) {
        if (!answer.ok() || !number(lot).equals(answer.text("bindingNo"))) {
            throw new ChannelException("渠道网关没有说明停车场的状态：" + answer.words());
        }
        return switch (answer.text("state")) {
            case "PENDING" -> new LotState.Pending(number(lot));
            case "REGISTERED" -> new LotState.Registered(number(lot), answer.text("lotNo"));
            case "REFUSED" -> new LotState.Refused(answer.words());
            default -> throw new ChannelException("渠道网关给出了未知的停车场状态");
        };
    }

    static String number(LotRegistration lot) {
        return Long.toString(lot.bindingId());
    }
}

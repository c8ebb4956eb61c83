package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /v1/lots}: idempotent on our number of the binding. */
final class GatewayLots implements Lots {

    private final GatewayWire wire;
    private final Dialect dialect;
    private final String notifyUrl;

    GatewayLots(GatewayWire wire, Dialect dialect, String notifyUrl) {
        this.wire = wire;
        this.dialect = dialect;
        this.notifyUrl = notifyUrl;
    }

    @Override
    public LotState register(LotRegistration lot) {
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

    @Override
    public LotState state(LotRegistration lot) {
        GatewayAnswer answer = wire.get("/v1/lots/" + number(lot));
        return answer.unknown() ? register(lot) : state(lot, answer);
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        GatewayAnswer answer = wire.post("/v1/lots/" + number(lot) + "/withdraw", Map.of());
        return answer.withdrawal(() -> wire.byHand("网关不受理停车场 " + number(lot) + " 的撤回：请渠道注销该停车场"));
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

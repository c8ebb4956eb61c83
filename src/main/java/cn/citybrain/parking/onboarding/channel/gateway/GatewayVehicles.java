package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.BeijingTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/agreements} and {@code /v1/visits}, idempotent on our number of the visit. */
final class GatewayVehicles implements Vehicles {

    private final GatewayWire wire;
    private final Dialect dialect;

    GatewayVehicles(GatewayWire wire, Dialect dialect) {
        this.wire = wire;
        this.dialect = dialect;
    }

    @Override
    public Agreement agreement(LotRegistration lot, Plate plate) {
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

    @Override
    public Optional<PayerId> payerId() {
        return Optional.empty();
    }

    @Override
    public List<TechnicalRequirement> requirements() {
        return dialect.requirements();
    }

    @Override
    public EntryResult entered(Visit visit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("visitNo", visit.visitNo());
        body.put("bindingNo", GatewayLots.number(visit.lot()));
        body.put("merchantNo", visit.lot().channelAccount());
        body.put("plate", visit.plate().number());
        body.put("plateColor", dialect.plateColor(visit.plate().color()));
        body.put("enteredAt", BeijingTime.rfc3339(visit.enteredAt()));
        body.putAll(dialect.vehicle(visit.plate()));
        GatewayAnswer answer = wire.post("/v1/visits", body);
        if (answer.refused()) {
            return new EntryResult.Rejected(answer.code(), answer.words());
        }
        String reference = answer.text("visitReference");
        if (!answer.ok() || reference.isEmpty() || !visit.visitNo().equals(answer.text("visitNo"))) {
            throw new ChannelException("渠道网关没有收下入场：" + answer.words());
        }
        return switch (answer.text("state")) {
            case "ADMITTED" -> new EntryResult.Admitted(reference);
            case "BLOCKED" -> new EntryResult.Blocked(reference, answer.words());
            default -> throw new ChannelException("渠道网关给出了未知的入场状态");
        };
    }

    @Override
    public ExitResult left(Visit visit) {
        GatewayAnswer answer = wire.post(
                "/v1/visits/" + GatewayWire.encoded(visit.visitNo()) + "/exit",
                Map.of("leftAt", BeijingTime.rfc3339(visit.leftAt())));
        if (!answer.ok()) {
            throw new ChannelException("渠道网关没有收下离场：" + answer.words());
        }
        return new ExitResult.Told();
    }
}

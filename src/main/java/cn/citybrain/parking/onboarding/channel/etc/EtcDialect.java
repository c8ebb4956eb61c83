package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.gateway.Dialect;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What ETC adds: vehicles by plate and colour in its own numbers, lanes with terminals, the terminal that made the deal. */
@Component
final class EtcDialect implements Dialect {

    @Override
    public Channel channel() {
        return Channel.ETC;
    }

    /** ETC's colours: 0 blue, 1 yellow, 2 black, 3 white, 4 gradient green, 5 yellow-green, 6 blue-white, 9 unknown. */
    @Override
    public String plateColor(int cityBrainColor) {
        return switch (cityBrainColor) {
            case 1 -> "0";
            case 2 -> "1";
            case 3 -> "3";
            case 4 -> "2";
            // City Brain has one green for two of ETC's: cars have the gradient one
            case 5 -> "4";
            default -> "9";
        };
    }

    @Override
    public Map<String, Object> vehicle(Plate plate) {
        return Map.of("vehicleId", plate.number() + "_" + plateColor(plate.color()));
    }

    @Override
    public Map<String, Object> lot(LotRegistration lot) {
        return Map.of(
                "lanes",
                lot.lot().devices().stream()
                        .map(device -> Map.of(
                                "laneNo", device.laneNo(),
                                "terminalNo", device.terminalNo(),
                                "rsuSerial", device.deviceSerial()))
                        .toList());
    }

    @Override
    public List<TechnicalRequirement> requirements() {
        return EtcRequirements.ALL;
    }

    /** A deal without a terminal is none that an installed antenna made. */
    @Override
    public String terminalNo(JsonNode deduction) {
        return deduction.path("etc").path("terminalNo").asText("");
    }
}

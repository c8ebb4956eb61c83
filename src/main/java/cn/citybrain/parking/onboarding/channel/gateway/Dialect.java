package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What one channel adds to the contract. One that adds something is a bean in the channel's package. */
public interface Dialect {

    /** City Brain's colours, and nothing of its own. */
    static Dialect plain(Channel channel) {
        return () -> channel;
    }

    Channel channel();

    /** The plate's colour in the channel's numbers; City Brain's by default. */
    default String plateColor(int cityBrainColor) {
        return Integer.toString(cityBrainColor);
    }

    /** Further facts of a vehicle for its entry; none by default. */
    default Map<String, Object> vehicle(Plate plate) {
        return Map.of();
    }

    /** Further facts of a lot for its registration; none by default. */
    default Map<String, Object> lot(LotRegistration lot) {
        return Map.of();
    }

    /** What it asks of a lot's system beyond the City Brain interface; nothing by default. */
    default List<TechnicalRequirement> requirements() {
        return List.of();
    }

    /** The terminal that made a deal, null where the channel knows none. */
    default String terminalNo(JsonNode deduction) {
        return null;
    }
}

package cn.citybrain.parking.onboarding.channel.cmb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What the bank repeats of {@code busiData}: the vehicle and its visit, null where it says nothing. A notification has none of it.
 */
record EchoedScene(String plateNumber, String parkingName, Instant startedAt, Instant endedAt) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EchoedScene NOTHING = new EchoedScene(null, null, null, null);

    /** @param busiData as received; what cannot be read repeats nothing */
    static EchoedScene of(String busiData) {
        if (busiData.isBlank()) {
            return NOTHING;
        }
        try {
            JsonNode parking = JSON.readTree(busiData).path("scene_info").path("parking_info");
            return new EchoedScene(
                    text(parking, "plate_number"),
                    text(parking, "parking_name"),
                    time(parking, "start_time"),
                    time(parking, "end_time"));
        } catch (JsonProcessingException unreadable) {
            return NOTHING;
        }
    }

    private static String text(JsonNode parking, String name) {
        String value = parking.path(name).asText("");
        return value.isBlank() ? null : value;
    }

    private static Instant time(JsonNode parking, String name) {
        try {
            String value = text(parking, name);
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }
}

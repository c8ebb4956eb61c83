package cn.citybrain.parking.onboarding.chance;

import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Something at a channel's callback address.
 *
 * @param signed as the gateway contract has it, so that what stands in the body is looked at
 * @param event its number, where it is signed
 */
record OddCallback(String channel, String path, String type, byte[] body, boolean signed, String event) {

    private static final List<String> TYPES =
            List.of("application/json", "application/x-www-form-urlencoded", "text/xml", "x");

    private static final List<String> EVENTS =
            List.of("application.changed", "lot.changed", "deduction.changed", "visit.changed", "", "x");

    private static final List<String> MEMBERS = List.of(
            "applicationNo",
            "bindingNo",
            "outTradeNo",
            "state",
            "amount",
            "transactionNo",
            "chargedAt",
            "plate",
            "lotId",
            "account",
            "reason",
            "code");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Gen<OddCallback> any() {
        List<String> channels =
                Arrays.stream(Channel.values()).map(Channel::code).toList();
        return in -> Generate.booleans().generate(in)
                ? signed(Generate.pick(List.of("etc", "citizencard")).generate(in), in)
                : new OddCallback(
                        Generate.pick(channels).generate(in),
                        Generate.pick(List.of("", "/x", "/payment", "/notify/1", "/a/b/c"))
                                .generate(in),
                        Generate.pick(TYPES).generate(in),
                        unsigned(in),
                        false,
                        "");
    }

    private static OddCallback signed(String channel, RandomnessSource in) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            if (Generate.booleans().generate(in)) {
                data.put(member, Odd.value().generate(in));
            }
        }
        String event = Generate.range(0, 5).generate(in) < 5
                ? "chance-"
                        + Long.toHexString(
                                Generate.longRange(0, Long.MAX_VALUE - 1).generate(in))
                : Odd.text().generate(in);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("eventId", event);
        body.put("type", Generate.pick(EVENTS).generate(in));
        body.put(
                "data",
                Generate.range(0, 7).generate(in) < 7 ? data : Odd.value().generate(in));
        return new OddCallback(channel, "/x", "application/json", json(body), true, event);
    }

    private static byte[] unsigned(RandomnessSource in) {
        return switch (Generate.range(0, 2).generate(in)) {
            case 0 -> Odd.bytes().generate(in);
            case 1 -> json(Odd.value().generate(in));
            default ->
                ("TransId=90501&MerCode=" + Odd.text().generate(in) + "&sign="
                                + Odd.text().generate(in))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return channel + path + " " + type + " signed: " + signed + " " + new String(body, StandardCharsets.UTF_8);
    }
}

package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON body of an answer that is signed field by field. */
public final class JsonBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBody() {}

    /**
     * @return the members of the outermost object as text, by name
     * @throws ChannelException if it is no JSON
     */
    public static Map<String, String> fields(Channel channel, byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            Map<String, String> fields = new TreeMap<>();
            if (tree != null) {
                tree.fields()
                        .forEachRemaining(field ->
                                fields.put(field.getKey(), field.getValue().asText()));
            }
            return fields;
        } catch (IOException e) {
            throw new ChannelException(channel.displayName() + "的应答不是 JSON");
        }
    }
}

package cn.citybrain.parking.onboarding.channel;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Whether a channel has an interface for applications: {@code onboarding.channels.<channel>.interface}, true unless it says
 * otherwise. Of its banks {@code Banks} knows the same.
 *
 * @param channels by {@link Channel#code()}
 */
@ConfigurationProperties("onboarding")
public record Interfaces(@DefaultValue Map<String, Block> channels) {

    /** Every channel has one. */
    public static Interfaces everywhere() {
        return new Interfaces(Map.of());
    }

    public boolean has(Channel channel) {
        Block block = channels.get(channel.code());
        return block == null || block.present();
    }

    /** What of a channel's block is about its interface. */
    public record Block(
            @Name("interface") @DefaultValue("true") boolean present) {}
}

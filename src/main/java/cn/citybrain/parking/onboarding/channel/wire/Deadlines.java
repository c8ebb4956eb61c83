package cn.citybrain.parking.onboarding.channel.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a channel may take.
 *
 * @param connect until the connection stands
 * @param read without a byte
 * @param total for one call, from resolving the name to the last byte
 */
public record Deadlines(
        @DefaultValue("3s") Duration connect,
        @DefaultValue("10s") Duration read,
        @DefaultValue("20s") Duration total) {}

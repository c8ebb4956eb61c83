package cn.citybrain.parking.onboarding.parking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the calls of a lot are listed one by one.
 *
 * @param keep age at which one is forgotten
 * @param perCall how many are kept of each kind of call and lot: heartbeats must not push out what one looks for
 * @param unprovenPerMinute how many are written, for each lot and node, of what nobody could prove to have sent
 * @param checksPerMinute how many messages a person may have tested
 */
@ConfigurationProperties("onboarding.parking.trace")
public record TraceProperties(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("300") int perCall,
        @DefaultValue("30") int unprovenPerMinute,
        @DefaultValue("30") int checksPerMinute) {}

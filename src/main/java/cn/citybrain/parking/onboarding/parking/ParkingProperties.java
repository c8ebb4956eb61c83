package cn.citybrain.parking.onboarding.parking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the City Brain interface.
 *
 * @param maxBody largest request body; a photo of the largest size inside the cipher fits
 * @param maxPhoto largest photo, decoded
 * @param requestsPerMinute what one accessID may send
 * @param clockSkew how far an uploadTime may lie in the future
 */
@ConfigurationProperties("onboarding.parking")
public record ParkingProperties(
        @DefaultValue("1536KB") DataSize maxBody,
        @DefaultValue("512KB") DataSize maxPhoto,
        @DefaultValue("1200") int requestsPerMinute,
        @DefaultValue("10m") Duration clockSkew) {}

package cn.citybrain.parking.onboarding.access.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links by mail, and who may ask for them.
 *
 * @param linkValid how long a link can be used
 * @param asksPerName forgotten passwords within an hour for one name or address of mail; further ones send nothing
 * @param asksPerAddress the same from one network address
 */
@ConfigurationProperties("onboarding.account")
public record LinkSettings(
        @DefaultValue("24h") Duration linkValid,
        @DefaultValue("3") int asksPerName,
        @DefaultValue("30") int asksPerAddress) {}

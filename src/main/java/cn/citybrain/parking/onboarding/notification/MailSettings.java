package cn.citybrain.parking.onboarding.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent.
 *
 * @param from sender's address
 * @param retryAfter waits before the second, third… attempt; after the last one a mail counts as failed
 * @param claim how long one node keeps a mail to itself while it sends
 */
@ConfigurationProperties("onboarding.mail")
record MailSettings(
        String from,
        @DefaultValue({"1m", "5m", "30m", "2h", "12h"}) List<Duration> retryAfter,
        @DefaultValue("5m") Duration claim) {}

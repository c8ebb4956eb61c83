package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.words.MailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent.
 *
 * @param from sender's address; without a name before it, the platform's name is put there
 * @param retryAfter waits before the second, third… attempt; after the last one a mail counts as failed
 * @param claim how long one node keeps a mail to itself while it sends
 */
@ConfigurationProperties("onboarding.mail")
record MailSettings(
        String from,
        @DefaultValue({"1m", "5m", "30m", "2h", "12h"}) List<Duration> retryAfter,
        @DefaultValue("5m") Duration claim) {

    private static final String NAME = "智停平台 支付渠道接入";

    MailSettings {
        if (from != null && !takes(from)) {
            throw new IllegalArgumentException(
                    "onboarding.mail.from（ONBOARDING_MAIL_FROM）“" + from + "”不是一个邮箱地址，应如 noreply@example.com");
        }
    }

    /** People see who writes before they see what about. */
    InternetAddress sender() throws AddressException {
        InternetAddress address = InternetAddress.parse(from, true)[0];
        if (address.getPersonal() == null) {
            try {
                address.setPersonal(NAME, StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return address;
    }

    /** With a name before it or without. */
    private static boolean takes(String from) {
        try {
            InternetAddress[] read = InternetAddress.parse(from, true);
            return read.length == 1 && MailAddress.holds(read[0].getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}

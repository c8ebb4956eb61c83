package cn.citybrain.parking.onboarding.parking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How messages reach the lots.
 *
 * @param url the broker: {@code mqtt://host:1883}, with TLS {@code mqtts://host:8883} (also tcp:// and ssl://)
 * @param lotUrl where lots reach the same broker; {@code url} where left out
 * @param username the platform's own user at the broker
 * @param ca PEM of the authority that signed the broker's certificate; the JVM's authorities where left out
 * @param platformKey the platform's RSA private key, PKCS#8 PEM, 1024 or 2048 bits: the only one until there were two,
 *     so lots hold its public half
 * @param platformKey1024 its key of 1024 bits
 * @param platformKey2048 its key of 2048 bits; {@code platformKey} where left out
 * @param passwordFile where the users of the lots are written for the broker, in mosquitto's form; nowhere if empty
 * @param resendAfter waits for a confirmation before the message goes out again; after the last one it rests
 * @param retryAfter wait after the broker did not take a message
 * @param patience how long the broker may take to take a batch of messages
 * @param lease how long a node keeps a message to itself while it sends; longer than {@code patience}
 * @param reconnectAfter wait before the first try to connect again; doubles up to {@code reconnectAtMost}
 */
@ConfigurationProperties("onboarding.parking.mqtt")
public record MqttProperties(
        URI url,
        String lotUrl,
        String username,
        String password,
        Resource ca,
        Resource platformKey,
        Resource platformKey1024,
        Resource platformKey2048,
        @DefaultValue("") String passwordFile,

        @DefaultValue({"1m", "5m", "30m", "2h", "24h", "24h", "24h"})
        List<Duration> resendAfter,

        @DefaultValue("10s") Duration retryAfter,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("1s") Duration reconnectAfter,
        @DefaultValue("1m") Duration reconnectAtMost) {

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;

    public MqttProperties {
        if (url == null || url.getHost() == null || !url.getScheme().matches("mqtts?|tcp|ssl")) {
            throw new IllegalArgumentException(
                    "onboarding.parking.mqtt.url must be mqtt://host[:port] or mqtts://host[:port]");
        }
        if (lease.compareTo(patience) <= 0) {
            throw new IllegalArgumentException("onboarding.parking.mqtt.lease must be longer than patience");
        }
        lotUrl = lotUrl == null || lotUrl.isBlank() ? url.toString() : lotUrl;
    }

    public boolean tls() {
        return url.getScheme().equals("mqtts") || url.getScheme().equals("ssl");
    }

    public int port() {
        return url.getPort() > 0 ? url.getPort() : tls() ? TLS_PORT : PORT;
    }

    /** Wait for a confirmation after so many deliveries; null when it is not sent again. */
    public Duration waitAfter(int deliveries) {
        return deliveries <= resendAfter.size() ? resendAfter.get(deliveries - 1) : null;
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "MqttProperties[" + url + "]";
    }
}

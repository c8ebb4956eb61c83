package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What a lot has to set up to receive the platform's messages by MQTT. */
@NamedInterface("services")
@Component
public class LotSubscription {

    private final AccessKeys keys;
    private final MqttUsers users;
    private final MqttProperties settings;

    LotSubscription(AccessKeys keys, MqttUsers users, MqttProperties settings) {
        this.keys = keys;
        this.users = users;
        this.settings = settings;
    }

    /**
     * @param address of the broker, as lots reach it
     * @param topics what to subscribe to at QoS 1; the same with a slash before does as well
     * @param passwordIssuedAt null while there is no password
     * @param platformKeyBits length of the platform's key that closes the messages
     */
    @NamedInterface("services")
    public record Terms(
            String address, String username, List<String> topics, Instant passwordIssuedAt, int platformKeyBits) {}

    /** Empty while the lot has no accessID. */
    public Optional<Terms> of(String lotCode) {
        return keys.of(lotCode).map(this::terms);
    }

    private Terms terms(AccessKey key) {
        return new Terms(
                settings.lotUrl(),
                key.accessId(),
                List.of(topic(LotMessages.DEPARTURE_INFO, key), topic(LotMessages.PAY_RESULT, key)),
                users.issuedAt(key.accessId()).orElse(null),
                key.platformKeyBits());
    }

    private static String topic(String what, AccessKey key) {
        return LotTopics.of(what, key.accessId(), key.lotCode()).get(0);
    }
}

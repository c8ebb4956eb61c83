package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import cn.citybrain.parking.onboarding.parking.Retrying;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * A vendor registers accessID and key of a lot, and gets the accessID's password at the broker if it begins with it. One
 * after the other for each accessID: it belongs to one vendor, as its user reads all of its topics.
 */
@NamedInterface("services")
@Component
public class AccessRegistration {

    private final AccessIds ids;
    private final AccessKeys keys;
    private final MqttUsers users;
    private final Retrying retrying;

    AccessRegistration(AccessIds ids, AccessKeys keys, MqttUsers users, Retrying retrying) {
        this.ids = ids;
        this.keys = keys;
        this.users = users;
        this.retrying = retrying;
    }

    /** @param platformKeyBits 1024 or 2048; null: as before, see {@link PlatformKeyChoice} */
    @NamedInterface("services")
    public record Wanted(String lotCode, String accessId, String publicKeyPem, Integer platformKeyBits) {}

    /** @param mqttPassword shown this one time; empty if the accessID has one already */
    @NamedInterface("services")
    public record Registered(AccessKey key, Optional<String> mqttPassword) {}

    /**
     * @param connectsAll whether who registers connects all of these lots
     * @throws InvalidAccessKey with a Chinese message; also if the accessID serves lots of somebody else
     */
    public Registered register(Wanted wanted, Predicate<Set<String>> connectsAll, String by) {
        ids.require(wanted.accessId());
        return retrying.inTransaction(() -> {
            users.endUnused(wanted.accessId());
            Optional<String> password = users.begin(wanted.accessId(), by);
            if (!connectsAll.test(keys.lotsOf(wanted.accessId()))) {
                throw InvalidAccessKey.taken();
            }
            AccessKey key = keys.register(
                    wanted.lotCode(), wanted.accessId(), wanted.publicKeyPem(), wanted.platformKeyBits(), by);
            return new Registered(key, password);
        });
    }

    /**
     * The lot reads messages with the platform's key of this length from now on.
     *
     * @throws InvalidAccessKey for another length than 1024 and 2048, and for a lot that has no key
     */
    public AccessKey choosePlatformKey(String lotCode, int bits, String by) {
        return retrying.inTransaction(() -> {
            String accessId =
                    keys.of(lotCode).orElseThrow(InvalidAccessKey::none).accessId();
            String publicKey = keys.named(accessId).stream()
                    .filter(key -> key.lotCode().equals(lotCode))
                    .findFirst()
                    .orElseThrow(InvalidAccessKey::none)
                    .publicKey();
            return keys.register(lotCode, accessId, publicKey, bits, by);
        });
    }
}

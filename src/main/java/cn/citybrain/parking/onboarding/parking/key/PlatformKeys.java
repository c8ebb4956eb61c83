package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The platform's keys for messages to lots, one of 1024 bits and one of 2048. Known receivers open blocks of 128 bytes
 * only, so a lot gets the short one unless its vendor chose the long one (protocol citybrain, MQTT).
 *
 * <p>Lots that were registered before there was a choice hold the public half of the one key of that time, whatever its
 * length: the one that the setting without a length names.
 */
@NamedInterface("services")
@Component
public class PlatformKeys {

    /** In bits, the default first. */
    static final List<Integer> LENGTHS = List.of(1024, 2048);

    private static final String SETTING = "onboarding.parking.mqtt.platform-key";

    private final PlatformKey shorter;
    private final PlatformKey longer;
    private final int formerBits;

    PlatformKeys(MqttProperties settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        PlatformKey former = read(SETTING, settings.platformKey(), demo);
        this.shorter = read(SETTING + "-1024", settings.platformKey1024(), demo);
        this.longer =
                settings.platformKey2048() == null ? former : read(SETTING + "-2048", settings.platformKey2048(), demo);
        this.formerBits = former.bits();
        require(shorter.bits() == 1024, SETTING + "-1024 has " + shorter.bits() + " bits");
        require(
                longer.bits() == 2048,
                settings.platformKey2048() == null
                        ? SETTING + " has 1024 bits, so the key of 2048 bits has to be named by " + SETTING + "-2048"
                        : SETTING + "-2048 has " + longer.bits() + " bits");
        require(
                former.is(formerBits == 1024 ? shorter : longer),
                SETTING + " and " + SETTING + "-" + formerBits + " are different keys of " + formerBits
                        + " bits: lots hold the public half of the first, so let both name that one");
    }

    /** @throws IllegalArgumentException for other lengths than 1024 and 2048 */
    public PlatformKey of(int bits) {
        if (!LENGTHS.contains(bits)) {
            throw new IllegalArgumentException("no key of " + bits + " bits");
        }
        return bits == 1024 ? shorter : longer;
    }

    /** The default first. */
    public List<PlatformKey> all() {
        return List.of(shorter, longer);
    }

    /** @param kept length as it is kept with a lot's access key, null where there was no choice yet */
    int bits(Integer kept) {
        return kept == null ? formerBits : kept;
    }

    private static PlatformKey read(String setting, Resource pem, boolean demo) {
        require(pem != null, setting + " is missing");
        require(
                demo || !String.valueOf(pem).contains("demo-only"),
                setting + ": the demo's key is public; set your own");
        return PlatformKey.read(setting, pem);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }
}

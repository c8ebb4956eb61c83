package cn.citybrain.parking.onboarding.parking.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.env.MockEnvironment;

/** The platform's keys and the settings around them. */
class PlatformKeysTest {

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void whatOneOfThemClosesOpensWithThePublicHalfThatLotsAreShown(int bits) throws Exception {
        PlatformKey key = keys("prod", file("lot-2048"), file("lot-1024"), null).of(bits);
        String plain = "{\"plateNo\":\"浙A12345\"}".repeat(20);

        Envelope envelope = key.seal(plain);

        var shown = LotPublicKey.read(key.publicPem());
        assertThat(shown).isEqualTo(LotKeys.publicKey("lot-" + bits));
        assertThat(Base64.getDecoder().decode(envelope.sign())).hasSize(bits / 8);
        assertThat(envelope.isSignedBy(shown)).isTrue();
        assertThat(envelope.open(shown)).isEqualTo(plain);
    }

    @Test
    void theShortOneComesFirstAndThereIsNoOther() {
        PlatformKeys keys = keys("prod", file("lot-2048"), file("lot-1024"), null);

        assertThat(keys.all()).extracting(PlatformKey::bits).containsExactly(1024, 2048);
        assertThatThrownBy(() -> keys.of(4096)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLotOfBeforeTheChoiceKeepsTheKeyOfThen() {
        assertThat(keys("prod", file("lot-2048"), file("lot-1024"), null).bits(null))
                .isEqualTo(2048);
        assertThat(keys("prod", file("lot-1024"), file("lot-1024"), file("lot-2048"))
                        .bits(null))
                .isEqualTo(1024);
        assertThat(keys("prod", file("lot-2048"), file("lot-1024"), null).bits(1024))
                .isEqualTo(1024);
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        assertThatThrownBy(() -> keys("prod", file("lot-2048"), null, null))
                .hasMessage("onboarding.parking.mqtt.platform-key-1024 is missing");
        assertThatThrownBy(() -> keys("prod", null, file("lot-1024"), null))
                .hasMessage("onboarding.parking.mqtt.platform-key is missing");
        assertThatThrownBy(() -> keys("prod", file("lot-1024"), file("lot-1024"), null))
                .hasMessageContaining("has to be named by onboarding.parking.mqtt.platform-key-2048");
    }

    @Test
    void aKeyOfAnotherLengthIsNamed() {
        assertThatThrownBy(() -> keys("prod", file("lot-2048"), file("lot-2048"), null))
                .hasMessage("onboarding.parking.mqtt.platform-key-1024 has 2048 bits");
        assertThatThrownBy(() -> keys("prod", file("lot-2048"), file("lot-1024"), file("lot-1024")))
                .hasMessage("onboarding.parking.mqtt.platform-key-2048 has 1024 bits");
    }

    @Test
    void twoKeysOfOneLengthAreRefusedAsLotsHoldOneOfThem() throws Exception {
        assertThatThrownBy(() -> keys("prod", file("lot-2048"), file("lot-1024"), another(2048)))
                .hasMessageContaining("are different keys of 2048 bits");
        assertThatThrownBy(() -> keys("prod", file("lot-1024"), another(1024), file("lot-2048")))
                .hasMessageContaining("are different keys of 1024 bits");
    }

    @Test
    void theDemosKeysAreRefusedElsewhere() throws IOException {
        Resource longer = demo("lot-2048");
        Resource shorter = demo("lot-1024");

        assertThat(keys("demo", longer, shorter, null).all()).hasSize(2);
        assertThatThrownBy(() -> keys("prod", longer, file("lot-1024"), null))
                .hasMessageContaining("the demo's key is public");
        assertThatThrownBy(() -> keys("prod", file("lot-2048"), shorter, null))
                .hasMessageContaining("platform-key-1024: the demo's key is public");
    }

    @Test
    void whatIsNoKeyIsNamedWithItsSetting() {
        Resource nonsense = new ByteArrayResource("nonsense".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> keys("prod", file("lot-2048"), nonsense, null))
                .hasMessageStartingWith("onboarding.parking.mqtt.platform-key-1024：");
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt://broker,1883,false",
        "tcp://broker:1884,1884,false",
        "mqtts://broker,8883,true",
        "ssl://broker:443,443,true"
    })
    void anAddressSaysPortAndTls(String url, int port, boolean tls) {
        MqttProperties settings = settings(Map.of("url", url, "ca", "", "lot-url", ""));

        assertThat(settings.port()).isEqualTo(port);
        assertThat(settings.tls()).isEqualTo(tls);
        assertThat(settings.ca()).isNull();
        assertThat(settings.lotUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker:1883", "http://broker", "mqtt:"})
    void otherAddressesAreRefused(String url) {
        assertThatThrownBy(() -> settings(Map.of("url", url))).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static PlatformKeys keys(String profile, Resource former, Resource shorter, Resource longer) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        MqttProperties defaults = settings(Map.of("url", "mqtt://broker"));
        return new PlatformKeys(
                new MqttProperties(
                        defaults.url(),
                        null,
                        "platform",
                        "secret",
                        null,
                        former,
                        shorter,
                        longer,
                        "",
                        defaults.resendAfter(),
                        defaults.retryAfter(),
                        defaults.patience(),
                        defaults.lease(),
                        defaults.reconnectAfter(),
                        defaults.reconnectAtMost()),
                environment);
    }

    private static Resource file(String pair) {
        return new ClassPathResource("citybrain/" + pair + "-private.pem");
    }

    private static Resource demo(String pair) throws IOException {
        return new ByteArrayResource(file(pair).getContentAsByteArray(), "demo-only-platform-private-key.pem");
    }

    private static Resource another(int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        String der = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n";
        return new ByteArrayResource(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static MqttProperties settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", MqttProperties.class);
    }
}

package cn.citybrain.parking.onboarding.parking.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The platform's key and the settings around it. */
class PlatformKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"lot-1024", "lot-2048"})
    void whatItClosesOpensWithTheKeyThatLotsAreShown(String pair) throws Exception {
        PlatformKey key = key(new ClassPathResource("citybrain/" + pair + "-private.pem"), "prod");
        String plain = "{\"plateNo\":\"浙A12345\"}".repeat(20);

        Envelope envelope = key.seal(plain);

        var shown = LotPublicKey.read(key.publicPem());
        assertThat(shown).isEqualTo(LotKeys.publicKey(pair));
        assertThat(envelope.isSignedBy(shown)).isTrue();
        assertThat(envelope.open(shown)).isEqualTo(plain);
    }

    @Test
    void theDemosKeyIsRefusedElsewhere() throws IOException {
        byte[] pem = new ClassPathResource("citybrain/lot-2048-private.pem").getContentAsByteArray();
        Resource demo = new ByteArrayResource(pem, "demo-only-platform-private-key.pem");

        assertThat(key(demo, "demo").publicPem()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThatThrownBy(() -> key(demo, "prod")).hasMessageContaining("the demo's key is public");
    }

    @Test
    void whatIsNoKeyIsNamedWithItsSetting() {
        Resource nonsense = new ByteArrayResource("nonsense".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> key(nonsense, "prod")).hasMessageStartingWith("onboarding.parking.mqtt.platform-key");
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

    private static PlatformKey key(Resource pem, String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        MqttProperties defaults = settings(Map.of("url", "mqtt://broker"));
        return new PlatformKey(
                new MqttProperties(
                        defaults.url(),
                        null,
                        "platform",
                        "secret",
                        null,
                        pem,
                        "",
                        defaults.resendAfter(),
                        defaults.retryAfter(),
                        defaults.patience(),
                        defaults.lease(),
                        defaults.reconnectAfter(),
                        defaults.reconnectAtMost()),
                environment);
    }

    private static MqttProperties settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", MqttProperties.class);
    }
}

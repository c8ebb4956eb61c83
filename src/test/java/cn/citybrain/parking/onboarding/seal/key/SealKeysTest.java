package cn.citybrain.parking.onboarding.seal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Another key seals from now on: what the one before sealed can still be checked. */
class SealKeysTest {

    private static final String TEXT = "第 1 号封条";

    @Test
    void theEnvironmentNamesTheKeyThatSealedByDefaultBefore() throws Exception {
        for (String id : defaultIds()) {
            SealKeys before = new SealKeys(settings(id, Map.of()), new StandardEnvironment());
            Signature signature = before.sign(TEXT);
            // what a shell takes for the name of a variable
            String variable =
                    "ONBOARDING_SEAL_EARLIERKEYS_" + id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            Map<String, Object> environment = Map.of(
                    "ONBOARDING_SEAL_KEYID",
                    "seal2",
                    variable,
                    before.publicKeys().get(id));

            SealSettings bound = bound(new SystemEnvironmentPropertySource(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
            SealKeys now = new SealKeys(settings(bound.keyId(), bound.earlierKeys()), new StandardEnvironment());

            assertThat(now.vouchFor(TEXT, signature)).isTrue();
            assertThat(now.publicKeys()).containsOnlyKeys(id, "seal2");
        }
    }

    @Test
    void aFileNamesTheKeyOfAnEarlierVersionThatHadAHyphen() throws Exception {
        String half = new SealKeys(settings("seal1", Map.of()), new StandardEnvironment())
                .publicKeys()
                .get("seal1");
        SealSettings bound = bound(new MapPropertySource("file", Map.of("onboarding.seal.earlier-keys.seal-1", half)));

        assertThat(new SealKeys(settings("seal1", bound.earlierKeys()), new StandardEnvironment()).publicKeys())
                .containsOnlyKeys("seal-1", "seal1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "seal-1", "Seal1", "seal 1", "seal.1", "封条"})
    void refusesANameThatTheEnvironmentCouldNotSay(String id) throws Exception {
        SealSettings settings = settings(id, Map.of());

        assertThatThrownBy(() -> new SealKeys(settings, new StandardEnvironment()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onboarding.seal.key-id must consist of lower-case letters and digits");
    }

    /** What becomes of {@code ONBOARDING_SEAL_EARLIERKEYS_SEAL_1}. */
    @Test
    void saysWhichEarlierKeyHasNoProperName() throws Exception {
        SealSettings settings = settings("seal1", Map.of("seal.1", "MCow"));

        assertThatThrownBy(() -> new SealKeys(settings, new StandardEnvironment()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onboarding.seal.earlier-keys.seal.1 must consist of");
    }

    /** Of every profile, without what stands around them: {@code ${…:default}}. */
    private static List<String> defaultIds() throws Exception {
        List<String> ids = new YamlPropertySourceLoader()
                .load("product", new ClassPathResource("application.yaml")).stream()
                        .map(document -> document.getProperty("onboarding.seal.key-id"))
                        .filter(Objects::nonNull)
                        .map(id -> id.toString().replaceAll("^\\$\\{.*:|\\}$", ""))
                        .toList();
        assertThat(ids).hasSize(2);
        return ids;
    }

    private static SealSettings bound(PropertySource<?> source) {
        return new Binder(ConfigurationPropertySources.from(source))
                .bind("onboarding.seal", SealSettings.class)
                .get();
    }

    private static SealSettings settings(String id, Map<String, String> earlier) throws Exception {
        return new SealSettings(id, pem(), earlier, "fact", Duration.ZERO);
    }

    private static Resource pem() throws Exception {
        byte[] der = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String text = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}

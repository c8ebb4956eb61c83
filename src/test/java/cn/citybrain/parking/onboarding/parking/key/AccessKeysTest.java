package cn.citybrain.parking.onboarding.parking.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.InvalidAccessKey;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class AccessKeysTest {

    private final String lot = "K" + UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    AccessKeys keys;

    @Autowired
    JdbcClient jdbc;

    /** Anybody may send one. */
    @Test
    void knowsNobodyByWhatNoDatabaseTakes() {
        assertThat(keys.named("acc\0")).isEmpty();
    }

    @Test
    void aNewKeyReplacesTheOldOneWhichIsKeptAsRevoked() {
        keys.register(lot, "acc-1", LotKeys.publicPem("lot-1024"), "he");
        AccessKey renewed = keys.register(lot, "acc-2", LotKeys.publicPem("lot-2048"), "she");

        assertThat(keys.of(lot)).contains(renewed);
        assertThat(renewed.keySize()).isEqualTo(2048);
        assertThat(renewed.registeredBy()).isEqualTo("she");
        assertThat(jdbc.sql("SELECT revoked_at IS NOT NULL FROM access_key WHERE lot_code = ? ORDER BY id")
                        .param(lot)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
    }

    @Test
    void theSameKeyAgainChangesNothing() {
        AccessKey first = keys.register(lot, "acc-1", LotKeys.publicPem("lot-1024"), "he");
        String bare = LotKeys.publicPem("lot-1024").replaceAll("-----[A-Z ]+-----|\\s", "");

        assertThat(keys.register(lot, "acc-1", bare, "she")).isEqualTo(first);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "has space", "斜杠", "a/b"})
    void anAccessIdOfOtherLettersIsRefused(String accessId) {
        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot, accessId, LotKeys.publicPem("lot-1024"), "he"))
                .withMessageStartingWith("accessID（接入编号）")
                .returns("accessId", InvalidAccessKey::field);
    }

    @Test
    void aPrivateKeyIsRefusedWithAWarning() {
        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot, "acc-1", LotKeys.resource("lot-1024-private.pem"), "he"))
                .withMessageContaining("私钥")
                .returns("publicKey", InvalidAccessKey::field);
        assertThat(keys.of(lot)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "nonsense", "AAAA", "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----"})
    void whatIsNoPublicKeyIsRefused(String pem) {
        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot, "acc-1", pem, "he"))
                .withMessageContaining("公钥");
    }

    @Test
    void keysOfAnotherKindOrSizeAreRefused() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(512);
        String weak = Base64.getEncoder()
                .encodeToString(small.generateKeyPair().getPublic().getEncoded());
        String elliptic = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());

        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot, "acc-1", weak, "he"))
                .withMessageContaining("512 位");
        assertThatExceptionOfType(InvalidAccessKey.class)
                .isThrownBy(() -> keys.register(lot, "acc-1", elliptic, "he"))
                .withMessageContaining("公钥无法识别");
    }
}

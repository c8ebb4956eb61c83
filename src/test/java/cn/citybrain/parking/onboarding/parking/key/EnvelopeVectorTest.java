package cn.citybrain.parking.onboarding.parking.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors that openssl made on the command line ({@code src/test/resources/citybrain/make-vectors.sh}). */
class EnvelopeVectorTest {

    private static final int OTHER = 3072;

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void opensWhatOpensslClosed(int bits) throws Exception {
        RSAPublicKey key = LotKeys.publicKey("lot-" + bits);
        Envelope envelope = vector(bits);

        assertThat(envelope.isSignedBy(key)).isTrue();
        assertThat(envelope.open(key)).isEqualTo(LotKeys.resource("plain.json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void closesToTheSameLettersAsOpenssl(int bits) {
        RSAPrivateKey key = LotKeys.privateKey("lot-" + bits);

        assertThat(Envelope.seal(LotKeys.resource("plain.json"), key)).isEqualTo(vector(bits));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void refusesTheSignatureOfAnotherKeyAndAnotherText(int bits) {
        Envelope envelope = vector(bits);
        RSAPublicKey key = LotKeys.publicKey("lot-" + bits);
        String changed = (envelope.cipher().startsWith("A") ? "B" : "A")
                + envelope.cipher().substring(1);

        assertThat(envelope.isSignedBy(LotKeys.publicKey("lot-" + (OTHER - bits))))
                .isFalse();
        assertThat(new Envelope(changed, envelope.sign()).isSignedBy(key)).isFalse();
        assertThat(new Envelope(envelope.cipher(), "no Base64 !").isSignedBy(key))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void doesNotOpenWhatAnotherKeyClosed(int bits) {
        assertThatThrownBy(() -> vector(bits).open(LotKeys.publicKey("lot-" + (OTHER - bits))))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Envelope("=", "x").open(LotKeys.publicKey("lot-" + bits)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void opensBase64ThatAnOldClientBrokeIntoLines(int bits) throws Exception {
        String lines = vector(bits).cipher().replaceAll("(.{76})", "$1\r\n");

        assertThat(new Envelope(lines, "").open(LotKeys.publicKey("lot-" + bits)))
                .isEqualTo(LotKeys.resource("plain.json"));
    }

    private static Envelope vector(int bits) {
        return new Envelope(
                LotKeys.resource("vector-" + bits + ".cipher"), LotKeys.resource("vector-" + bits + ".sign"));
    }
}

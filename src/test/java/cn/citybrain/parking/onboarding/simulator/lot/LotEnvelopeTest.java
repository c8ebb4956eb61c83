package cn.citybrain.parking.onboarding.simulator.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotEnvelopeTest {

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void opensWithThePublicKeyThatTheLotShows(int bits) throws Exception {
        LotKeys keys = LotKeys.generate(bits);
        String text = "{\"data\":{\"plateNo\":\"浙A12345\",\"filler\":\"" + "车".repeat(300) + "\"}}";
        LotEnvelope envelope = LotEnvelope.seal(text, keys.secret());

        PublicKey key = read(keys.publicKeyPem());
        byte[] blocks = Base64.getDecoder().decode(envelope.cipher());
        assertThat(blocks.length % (bits / 8)).isZero();
        assertThat(open(blocks, bits / 8, key)).isEqualTo(text);
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initVerify(key);
        signature.update(envelope.cipher().getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getDecoder().decode(envelope.sign())))
                .isTrue();
    }

    private static String open(byte[] blocks, int size, PublicKey key) throws Exception {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int from = 0; from < blocks.length; from += size) {
            plain.writeBytes(rsa.doFinal(blocks, from, size));
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static PublicKey read(String pem) throws Exception {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}

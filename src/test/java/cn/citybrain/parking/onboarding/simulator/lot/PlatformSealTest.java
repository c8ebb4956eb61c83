package cn.citybrain.parking.onboarding.simulator.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.simulator.DemoKeys;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformSealTest {

    private static final String PLAIN = "{\"plateNo\":\"浙A12345\",\"moneyLimit\":10000}".repeat(9);

    private final PlatformSeal seal = new PlatformSeal();

    @ParameterizedTest
    @CsvSource({"1024,demo-only-platform-1024", "2048,demo-only-platform"})
    void aLotOpensWhatTheKeyOfItsLengthClosedAndNothingElse(int bits, String name) throws Exception {
        RSAPrivateKey key = DemoKeys.privateKey("demo/citybrain/" + name + "-private-key.pem");
        Envelope envelope = Envelope.seal(PLAIN, key);

        assertThat(seal.open(envelope.cipher(), envelope.sign(), bits)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> seal.open(envelope.cipher(), envelope.sign(), 3072 - bits))
                .isInstanceOf(GeneralSecurityException.class);
    }
}

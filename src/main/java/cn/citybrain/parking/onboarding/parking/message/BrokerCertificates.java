package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.words.KeyText;
import cn.citybrain.parking.onboarding.words.PlainText;
import cn.citybrain.parking.onboarding.words.UnreadableKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.core.io.Resource;

/** Trust in a broker whose certificate a city signed itself. */
final class BrokerCertificates {

    private BrokerCertificates() {}

    /** @param pem one or more certificates; nothing else is trusted */
    static TrustManagerFactory trusting(Resource pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : KeyText.certificates(PlainText.of(pem))) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (IOException e) {
            throw new UncheckedIOException("onboarding.parking.mqtt.ca: cannot read " + pem, e);
        } catch (UnreadableKey e) {
            throw new IllegalStateException(
                    "onboarding.parking.mqtt.ca：" + pem.getDescription() + " " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("onboarding.parking.mqtt.ca: " + pem + " is no certificate in PEM", e);
        }
    }
}

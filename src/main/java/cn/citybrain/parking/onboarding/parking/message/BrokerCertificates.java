package cn.citybrain.parking.onboarding.parking.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.core.io.Resource;

/** Trust in a broker whose certificate a city signed itself. */
final class BrokerCertificates {

    private BrokerCertificates() {}

    /** @param pem one or more certificates; nothing else is trusted */
    static TrustManagerFactory trusting(Resource pem) {
        try (InputStream in = pem.getInputStream()) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (IOException e) {
            throw new UncheckedIOException("onboarding.parking.mqtt.ca: cannot read " + pem, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("onboarding.parking.mqtt.ca: " + pem + " is no certificate in PEM", e);
        }
    }
}

package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** RSA2 (SHA256withRSA), from the JDK alone. */
@Component
public final class AlipaySeals {

    private static final String ALGORITHM = "SHA256withRSA";

    private final AlipayParty party;

    AlipaySeals(AlipayParty party) {
        this.party = party;
    }

    /** Base64 signature with the gateway's key. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(party.gatewayKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the service provider's application signed this text. */
    boolean signedByApplication(String text, String base64) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(party.applicationKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The text that is signed: names in ASCII order, values as they are, nothing that is empty or left out. */
    public static String text(Map<String, String> parameters, String... leftOut) {
        Set<String> without = Set.of(leftOut);
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !without.contains(entry.getKey()))
                        .filter(entry ->
                                !entry.getKey().isEmpty() && !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }
}

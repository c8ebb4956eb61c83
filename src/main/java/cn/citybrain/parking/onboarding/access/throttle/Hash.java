package cn.citybrain.parking.onboarding.access.throttle;

import cn.citybrain.parking.onboarding.words.Typed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes keys of one length out of what people type and browsers send. */
final class Hash {

    private Hash() {}

    static String of(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids differ by more than case. */
    static String ofAccount(String userId) {
        return of("account", Typed.code(userId).toLowerCase(Locale.ROOT));
    }
}

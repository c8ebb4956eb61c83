package cn.citybrain.parking.onboarding.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What proves that somebody watches the product for the operating company: a token that they send as a bearer. */
@Component
final class WatcherToken {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;

    private final byte[] token;

    /** @throws IllegalStateException if the token is too short to keep anybody out */
    WatcherToken(@Value("${onboarding.watch.token:}") String token) {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalStateException(
                    "onboarding.watch.token（ONBOARDING_WATCH_TOKEN）至少 " + SHORTEST + " 个字符，可用 openssl rand -hex 24 生成");
        }
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody has it where there is none. Takes as long whatever was sent. */
    boolean isSentBy(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token.length > 0
                && sent != null
                && sent.startsWith(BEARER)
                && MessageDigest.isEqual(token, sent.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }
}

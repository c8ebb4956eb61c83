package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * WeChat Pay's signature under answers and notifications. Takes the place of the SDK's validator, which reads the
 * computer's clock, and of its notification parser, which accepts texts of any age.
 */
final class PlatformSignature implements Validator {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Verifier verifier;
    private final Clock clock;

    PlatformSignature(Verifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public boolean validate(HttpHeaders headers, String body) {
        return genuine(
                headers.getHeader("Wechatpay-Timestamp"),
                headers.getHeader("Wechatpay-Nonce"),
                headers.getHeader("Wechatpay-Serial"),
                headers.getHeader("Wechatpay-Signature"),
                Objects.requireNonNullElse(body, ""));
    }

    /** Whether WeChat Pay signed this body within the last five minutes. Any part may be null. */
    boolean genuine(String timestamp, String nonce, String serial, String signature, String body) {
        if (timestamp == null || nonce == null || serial == null || signature == null) {
            return false;
        }
        try {
            return fresh(timestamp)
                    && verifier.verify(serial, timestamp + "\n" + nonce + "\n" + body + "\n", signature);
        } catch (IllegalArgumentException | DateTimeException | WechatPayException e) {
            // not a number, not Base64, not our key id
            return false;
        }
    }

    private boolean fresh(String timestamp) {
        Instant then = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(then, clock.instant()).abs().compareTo(OLDEST) < 0;
    }

    @Override
    public String getSerialNumber() {
        return verifier.getSerialNumber();
    }
}

package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.cipher.SignatureResult;
import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.core.util.NonceUtil;
import java.net.URI;
import java.time.Clock;

/** Our signature under requests. Takes the place of the SDK's credential, which reads the computer's clock. */
final class MerchantSignature implements Credential {

    private final String merchantId;
    private final Signer signer;
    private final Clock clock;

    MerchantSignature(String merchantId, Signer signer, Clock clock) {
        this.merchantId = merchantId;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public String getSchema() {
        return "WECHATPAY2-" + signer.getAlgorithm();
    }

    @Override
    public String getMerchantId() {
        return merchantId;
    }

    @Override
    public String getAuthorization(URI uri, String method, String body) {
        String nonce = NonceUtil.createNonce(32);
        long timestamp = clock.instant().getEpochSecond();
        SignatureResult signature = signer.sign(message(method, uri, timestamp, nonce, body));
        return getSchema() + " mchid=\"" + merchantId + "\",nonce_str=\"" + nonce + "\",timestamp=\"" + timestamp
                + "\",serial_no=\"" + signature.getCertificateSerialNumber() + "\",signature=\"" + signature.getSign()
                + "\"";
    }

    /** Five lines, each ended: method, path and query as sent, seconds, nonce, body (empty for GET). */
    static String message(String method, URI uri, long timestamp, String nonce, String body) {
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return String.join("\n", method, target, Long.toString(timestamp), nonce, body == null ? "" : body) + "\n";
    }
}

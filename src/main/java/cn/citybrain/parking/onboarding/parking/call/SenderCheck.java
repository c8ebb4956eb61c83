package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys.LotKey;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.LotPublicKey;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Proves who sent a request, and opens it. Whether an accessID is registered is told to nobody who has not its key, neither by
 * words nor by time: an unknown one is held against a key that nobody has, and what a vendor reads on the lot's page is written
 * after the answer.
 */
@Component
class SenderCheck {

    private static final String HOW = "应以登记公钥对应的私钥，对 cipher 的 Base64 文本做 MD5withRSA 签名";
    private static final String WRONG_SIGN = "sign（签名）验证不通过：" + HOW;
    private static final String UNPROVEN = "accessID（接入编号）未登记，或者 sign（签名）验证不通过：请核对接入编号和登记的公钥；" + HOW;

    private final AccessKeys keys;
    private final UnprovenCalls unproven;
    private final RequestRate rate;
    private final List<LotKey> nobodys;

    SenderCheck(AccessKeys keys, UnprovenCalls unproven, RequestRate rate) {
        this.keys = keys;
        this.unproven = unproven;
        this.rate = rate;
        this.nobodys = List.of(new LotKey("", keyOfNobody()));
    }

    /** @param call name in the address, for the list of the lot's calls */
    Sender prove(String call, LotRequest request) {
        List<LotKey> named = keys.named(request.accessId());
        Optional<String> signer = signer(request, named.isEmpty() ? nobodys : named);
        if (signer.isEmpty()) {
            unproven.note(named, call, ResultCode.UNKNOWN_SENDER, WRONG_SIGN);
            throw new LotRefusal(ResultCode.UNKNOWN_SENDER, UNPROVEN);
        }
        try {
            return opened(request, named, signer.get());
        } catch (LotRefusal refusal) {
            unproven.note(named, call, refusal.resultCode(), refusal.getMessage());
            throw refusal;
        }
    }

    /** What came under an accessID and could not even be taken for a request is listed with its lots as well. */
    void unreadable(String accessId, String call, LotRefusal refusal) {
        if (accessId != null && !accessId.isBlank()) {
            unproven.note(keys.named(accessId), call, refusal.resultCode(), refusal.getMessage());
        }
    }

    private static Optional<String> signer(LotRequest request, List<LotKey> candidates) {
        return candidates.stream()
                .map(LotKey::publicKey)
                .distinct()
                .filter(candidate -> request.envelope().isSignedBy(LotPublicKey.parse(candidate)))
                .findFirst();
    }

    private Sender opened(LotRequest request, List<LotKey> named, String signer) {
        RSAPublicKey key = LotPublicKey.parse(signer);
        if (!rate.permits(request.accessId(), key)) {
            throw new LotRefusal(ResultCode.TOO_FAST, "请求过于频繁，请稍后重试");
        }
        Set<String> lots = named.stream()
                .filter(lot -> lot.publicKey().equals(signer))
                .map(LotKey::lotCode)
                .collect(Collectors.toUnmodifiableSet());
        return new Sender(request.accessId(), lots, plainText(request.envelope(), key));
    }

    private static LotText plainText(Envelope envelope, RSAPublicKey key) {
        try {
            return LotText.of(envelope.opened(key));
        } catch (CharacterCodingException e) {
            throw new LotRefusal(ResultCode.MALFORMED, "cipher（密文）解密后的文本既不是 UTF-8 编码，也不是 GB18030（GBK）编码，请统一用 UTF-8 编码");
        } catch (GeneralSecurityException e) {
            throw new LotRefusal(
                    ResultCode.MALFORMED, "cipher（密文）无法解密：应以私钥按 PKCS#1 v1.5 分段加密（每段为密钥字节数减 11），再做 Base64 编码");
        }
    }

    /** Its private half is forgotten before anybody could sign with it. */
    private static String keyOfNobody() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys.LotKey;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.LotPublicKey;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proves who sent a request, and opens it. */
@Component
class SenderCheck {

    private final AccessKeys keys;
    private final LotTraffic traffic;
    private final RequestRate rate;

    SenderCheck(AccessKeys keys, LotTraffic traffic, RequestRate rate) {
        this.keys = keys;
        this.traffic = traffic;
        this.rate = rate;
    }

    Sender prove(LotRequest request) {
        List<LotKey> named = keys.named(request.accessId());
        if (named.isEmpty()) {
            throw new LotRefusal(ResultCode.UNKNOWN_SENDER, "accessID（接入编号）未登记，请先在平台登记停车场系统的公钥");
        }
        try {
            return opened(request, named);
        } catch (LotRefusal refusal) {
            named.forEach(key -> traffic.refused(key.lotCode(), LotTraffic.ENVELOPE, refusal.getMessage()));
            throw refusal;
        }
    }

    private Sender opened(LotRequest request, List<LotKey> named) {
        String signer = named.stream()
                .map(LotKey::publicKey)
                .distinct()
                .filter(candidate -> request.envelope().isSignedBy(LotPublicKey.parse(candidate)))
                .findFirst()
                .orElseThrow(() -> new LotRefusal(
                        ResultCode.UNKNOWN_SENDER, "sign（签名）验证不通过：应以登记公钥对应的私钥，对 cipher 的 Base64 文本做 MD5withRSA 签名"));
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
}

package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.key.Envelope;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/** With what, and over what, a signature was made. */
final class SignCheck {

    private static final String TITLE = "sign（签名）";
    private static final String RULE = "应以登记公钥对应的私钥，对 cipher 的 Base64 文本做 MD5withRSA 签名，再做 Base64";

    private SignCheck() {}

    /**
     * @param plain the opened cipher, null if it could not be opened
     * @param former keys that the lot had before under this accessID
     */
    static Step of(String accessId, Envelope envelope, byte[] plain, RSAPublicKey key, List<RSAPublicKey> former) {
        if (envelope.isSignedBy(key)) {
            return Step.ok(TITLE, "验证通过：MD5withRSA，对象是 cipher 的 Base64 文本");
        }
        String sign = envelope.sign().strip();
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(sign);
        } catch (IllegalArgumentException e) {
            return wrong("不是完整的 Base64 文本，可能被截断");
        }
        int size = RawBlock.bytes(key);
        if (sign.length() == 2 * size && sign.matches("[0-9a-fA-F]+")) {
            return wrong("是十六进制文本，应为 Base64 文本");
        }
        if (bytes.length != size) {
            return wrong(ofAnotherLength(bytes, size));
        }
        SignedTexts texts = new SignedTexts(accessId, envelope.cipher(), plain);
        return wrong(read(RawBlock.of(bytes, key), texts, former, bytes));
    }

    private static String ofAnotherLength(byte[] bytes, int size) {
        String length = "解码后有 " + bytes.length + " 字节，登记的公钥是 " + size * 8 + " 位，签名应有 " + size + " 字节";
        if (bytes.length > 0 && bytes[0] == 0x30 && bytes.length < 128) {
            return length + "；内容像是 DER 编码的 DSA 或 ECDSA 签名，这里要的是 RSA 签名";
        }
        return bytes.length == 128 || bytes.length == 256
                ? length + "：是用另一把 " + bytes.length * 8 + " 位的私钥签的"
                : length + "：可能被截断，或者做了两遍 Base64";
    }

    private static String read(RawBlock block, SignedTexts texts, List<RSAPublicKey> former, byte[] sign) {
        return switch (block.padding()) {
            case TYPE_1 -> signed(block.content(), texts);
            case TYPE_2 -> "私钥正确，但填充用了块类型 2，签名应使用块类型 1（签名函数会自己处理，不要用公钥加密的填充）";
            case PSS -> "像是 RSASSA-PSS 签名，应使用 PKCS#1 v1.5 填充";
            case NONE -> "私钥正确，但没有填充（NoPadding）：请使用签名函数，不要自己做 RSA 运算";
            case UNKNOWN ->
                former.stream()
                                .anyMatch(key -> RawBlock.bytes(key) == sign.length
                                        && RawBlock.of(sign, key).padding() == RawBlock.Padding.TYPE_1)
                        ? "是用更换前的私钥签的：公钥已经更换，请让停车场系统改用新的私钥"
                        : "不是登记公钥对应的私钥签的：请核对私钥文件与登记的公钥是否成对（公钥指纹在停车场页面上）";
        };
    }

    private static String signed(byte[] content, SignedTexts texts) {
        Digests digest = Digests.read(content);
        if (digest == null) {
            return "私钥正确，但签名里没有摘要：像是直接用私钥加密了文本，应先做摘要（MD5withRSA 签名函数会自己处理）";
        }
        String over = texts.withDigest(digest)
                .map(text -> text.startsWith("去掉换行") ? "" : "签名的对象是" + text + "，应为 cipher 的 Base64 文本")
                .orElse("签名的对象不是这段 cipher：可能签名之后又重新加密，或者 cipher 在传输中被改动");
        String algorithm = digest.algorithm().equals("MD5") ? "" : "算法是 " + digest.signature() + "，应为 MD5withRSA";
        String form =
                switch (digest.form()) {
                    case DIGEST_INFO -> "";
                    case BARE -> "签名里只有摘要，没有 DigestInfo（DER）：请使用 MD5withRSA 签名函数，不要用私钥加密摘要";
                    case HEX_TEXT -> "签名里是摘要的十六进制文本：请使用 MD5withRSA 签名函数，不要用私钥加密摘要的文本";
                };
        List<String> faults = List.of(form, algorithm, over).stream()
                .filter(fault -> !fault.isEmpty())
                .toList();
        // right in every respect but the line breaks that the receiver verifies as they came
        return "私钥正确，但" + (faults.isEmpty() ? "签名的是去掉换行的 cipher，送来的 cipher 却带有换行" : String.join("；", faults));
    }

    private static Step wrong(String what) {
        return Step.wrong(TITLE, "验证不通过：" + what + "。" + RULE + "。");
    }
}

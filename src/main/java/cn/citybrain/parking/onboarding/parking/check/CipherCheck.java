package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.check.RawBlock.Padding;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Why a cipher cannot be opened. */
final class CipherCheck {

    static final String BASE64 = "cipher（密文）的 Base64";
    static final String BLOCKS = "分段";
    static final String OPENED = "解密";

    private CipherCheck() {}

    /** What of its text is no Base64. Line breaks are no fault. */
    static Step text(String cipher) {
        String text = cipher.replaceAll("\\s", "");
        if (text.contains("%")) {
            return Step.wrong(BASE64, "含有“%”：URL 编码做了两遍，应只编码一遍");
        }
        if (text.matches(".*[-_].*")) {
            return Step.wrong(BASE64, "含有“-”或“_”：是 URL 安全的 Base64，应使用标准 Base64（+ 和 /）");
        }
        if (text.matches("[0-9a-fA-F]{64,}") && text.length() % 2 == 0) {
            return Step.wrong(BASE64, "是十六进制文本，应为 Base64 文本");
        }
        int padding = text.indexOf('=');
        if (padding >= 0 && !text.substring(padding).matches("={1,2}")) {
            return Step.wrong(BASE64, "中间出现“=”：各段分别做了 Base64 再拼接，应先把各段密文首尾相接，再做一次 Base64");
        }
        String odd = text.replaceAll("[A-Za-z0-9+/=]", "");
        if (!odd.isEmpty()) {
            return Step.wrong(
                    BASE64,
                    "含有 " + odd.codePoints().distinct().count() + " 种不属于 Base64 的字符（例如“"
                            + odd.substring(0, odd.offsetByCodePoints(0, 1)) + "”）");
        }
        try {
            int length = Base64.getDecoder().decode(text).length;
            return text.equals(cipher)
                    ? Step.ok(BASE64, "正确，解码后 " + length + " 字节")
                    : Step.odd(BASE64, "含有换行，解码后 " + length + " 字节；可以收下，但签名要对带换行的文本做，最好去掉换行");
        } catch (IllegalArgumentException e) {
            return Step.wrong(BASE64, "长度是 " + text.length() + " 个字符，不是完整的 Base64 文本，可能被截断");
        }
    }

    /** Whether its length fits the key, and which of the two lengths it fits. */
    static Step blocks(byte[] cipher, RSAPublicKey key) {
        int size = RawBlock.bytes(key);
        String fits = cipher.length + " 字节，登记的公钥是 " + size * 8 + " 位，每段应有 " + size + " 字节";
        if (cipher.length > 0 && cipher.length % size == 0) {
            return Step.ok(BLOCKS, fits + "：共 " + cipher.length / size + " 段");
        }
        boolean shorter = size == 256 && cipher.length > 0 && cipher.length % 128 == 0;
        return Step.wrong(
                BLOCKS,
                fits + "，不是整数段。"
                        + (shorter
                                ? "长度是 128 的整数倍：像是用 1024 位的私钥加密的，而登记的是 2048 位的公钥"
                                : "可能被截断，或者没有用 RSA 分段加密（每段明文最多 " + (size - 11) + " 字节）"));
    }

    /** Why it does not open though its length is right. */
    static Step closed(byte[] cipher, RSAPublicKey key, List<RSAPublicKey> former) {
        int size = RawBlock.bytes(key);
        for (int i = 0; i < cipher.length / size; i++) {
            byte[] block = Arrays.copyOfRange(cipher, i * size, (i + 1) * size);
            Padding padding = RawBlock.of(block, key).padding();
            if (padding != Padding.TYPE_1) {
                String which = i == 0 ? "" : "前 " + i + " 段可以解开，第 " + (i + 1) + " 段不行：";
                return Step.wrong(OPENED, which + why(padding, block, former, i));
            }
        }
        return Step.wrong(OPENED, "无法解密：应以私钥按 PKCS#1 v1.5 分段加密");
    }

    private static String why(Padding padding, byte[] block, List<RSAPublicKey> former, int place) {
        return switch (padding) {
            case TYPE_2 -> "私钥正确，但填充用了块类型 2（公钥加密的填充）；私钥加密应使用 PKCS#1 v1.5 块类型 1";
            case NONE -> "私钥正确，但没有填充（NoPadding）；应使用 PKCS#1 v1.5 填充（RSA/ECB/PKCS1Padding）";
            default -> {
                boolean before = former.stream()
                        .anyMatch(key -> RawBlock.bytes(key) == block.length
                                && RawBlock.of(block, key).padding() == Padding.TYPE_1);
                if (before) {
                    yield "是用更换前的私钥加密的：公钥已经更换，请让停车场系统改用新的私钥";
                }
                yield place > 0 ? "拼接有误，或者传输中被改动" : "不是登记公钥对应的私钥加密的：请核对私钥文件与登记的公钥是否成对；也不要用平台公钥或自己的公钥加密，应使用自己的私钥";
            }
        };
    }
}

package cn.citybrain.parking.onboarding.parking.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What clients sign in the place of the cipher's Base64 text, each with its name in Chinese. Made one after the other: a message may be long. */
final class SignedTexts {

    private final Map<String, Supplier<byte[]>> candidates = new LinkedHashMap<>();

    /** @param plain the opened cipher, null if it could not be opened */
    SignedTexts(String accessId, String cipher, byte[] plain) {
        String oneLine = cipher.replaceAll("\\s", "");
        add("去掉换行后的 cipher", () -> oneLine);
        add("每 76 个字符换行（\\r\\n）的 cipher", () -> Base64.getMimeEncoder().encodeToString(decoded(oneLine)));
        add("每 76 个字符换行（\\n）的 cipher", () -> mime(76, decoded(oneLine)));
        add("每 64 个字符换行（\\n）的 cipher", () -> mime(64, decoded(oneLine)));
        add("末尾带换行的 cipher", () -> cipher + "\n");
        add("URL 编码后的 cipher", () -> URLEncoder.encode(oneLine, StandardCharsets.UTF_8));
        add("“+”变成空格后的 cipher", () -> oneLine.replace('+', ' '));
        candidates.put("cipher 解码后的字节（没有做 Base64 的密文）", () -> decoded(oneLine));
        candidates.put("UTF-16 编码的 cipher（C# 的 Encoding.Unicode）", () -> oneLine.getBytes(StandardCharsets.UTF_16LE));
        add("accessID 与 cipher 的拼接", () -> accessId + oneLine);
        add("cipher 与 accessID 的拼接", () -> oneLine + accessId);
        add("“cipher=…”", () -> "cipher=" + oneLine);
        add("“accessID=…&cipher=…”", () -> "accessID=" + accessId + "&cipher=" + oneLine);
        add("cipher 的 MD5 十六进制文本（摘要做了两遍）", () -> md5(oneLine.getBytes(StandardCharsets.UTF_8)));
        add("cipher 的 MD5 大写十六进制文本（摘要做了两遍）", () -> md5(oneLine.getBytes(StandardCharsets.UTF_8))
                .toUpperCase(Locale.ROOT));
        if (plain != null) {
            opened(plain);
        }
    }

    private void opened(byte[] plain) {
        candidates.put("明文（加密前的 JSON）", () -> plain);
        String text = new String(plain, StandardCharsets.UTF_8);
        add("明文中 data 的内容", () -> inner(text));
        add("明文的 Base64 文本", () -> Base64.getEncoder().encodeToString(plain));
        add("明文的 MD5 十六进制文本", () -> md5(plain));
    }

    /** Its name, if one of them has this digest. */
    Optional<String> withDigest(Digests digest) {
        return candidates.entrySet().stream()
                .filter(candidate -> digest.isOf(candidate.getValue().get()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void add(String name, Supplier<String> text) {
        candidates.put(name, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return base64.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String mime(int line, byte[] bytes) {
        return Base64.getMimeEncoder(line, new byte[] {'\n'}).encodeToString(bytes);
    }

    private static String inner(String plain) {
        int from = plain.indexOf(':');
        int to = plain.lastIndexOf('}');
        return from < 0 || to <= from ? plain : plain.substring(from + 1, to).strip();
    }

    private static String md5(byte[] content) {
        return HexFormat.of().formatHex(Digests.digest("MD5", content));
    }
}

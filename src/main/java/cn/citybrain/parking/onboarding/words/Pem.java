package cn.citybrain.parking.onboarding.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key or certificate as it arrives after mail programs, word processors, chats and environment variables: with a byte order
 * mark, quotes, {@code \n} for line ends or none at all, dashes that are no hyphens, blanks of any width.
 *
 * @param label of the head, {@code PUBLIC KEY}; empty where there was none
 * @param der what the Base64 stands for
 */
record Pem(String label, byte[] der) {

    private static final String DASHES = "[-\\u2010-\\u2015\\u2212\\u2E3A\\u2E3B\\u2500\\u2501\\u30FC\\u4E00]+";
    private static final Pattern HEAD =
            Pattern.compile(DASHES + "\\s*BEGIN\\s+([A-Z0-9 ]+?)\\s*" + DASHES, Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOT =
            Pattern.compile(DASHES + "\\s*END\\b[A-Z0-9 ]*(" + DASHES + ")?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile("^[\\s\"'“”‘’`]+|[\\s\"'“”‘’`]+$");
    private static final Pattern WRITTEN_BREAK = Pattern.compile("\\\\r|\\\\n|\\\\t");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    /** @throws UnreadableKey if it is none, or not whole */
    static Pem read(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            throw new UnreadableKey("是空的");
        }
        if (plain.startsWith("ssh-") || plain.contains("OPENSSH PRIVATE KEY")) {
            throw new UnreadableKey("是 OpenSSH 格式，须为 PEM 格式，可用 ssh-keygen -e -m PKCS8 导出公钥");
        }
        Matcher head = HEAD.matcher(plain);
        boolean headed = head.find();
        String body = headed ? plain.substring(head.end()) : plain;
        String label = headed ? head.group(1).replaceAll("\\s+", " ").toUpperCase(Locale.ROOT) : "";
        if (label.startsWith("ENCRYPTED") || body.contains("Proc-Type:")) {
            throw new UnreadableKey("用口令加密过，须为没有口令的密钥，可用 openssl pkey 去掉口令");
        }
        Matcher foot = FOOT.matcher(body);
        return new Pem(label, decoded((foot.find() ? body.substring(0, foot.start()) : body).replaceAll("\\s", "")));
    }

    /** Every block of a file, one after another. */
    static List<Pem> all(String text) {
        String plain = plain(text);
        List<Pem> blocks = new ArrayList<>();
        Matcher head = HEAD.matcher(plain);
        while (head.find()) {
            blocks.add(read(plain.substring(head.start())));
        }
        return blocks;
    }

    /** What each block of a text says that it is. */
    static List<String> labels(String text) {
        return HEAD.matcher(plain(text))
                .results()
                .map(head -> head.group(1).toUpperCase(Locale.ROOT))
                .toList();
    }

    private static String plain(String text) {
        String seen = UnseenCharacters.removed(PlainText.withoutMark(text == null ? "" : text));
        String ordinary = Normalizer.normalize(WRITTEN_BREAK.matcher(seen).replaceAll("\n"), Normalizer.Form.NFKC);
        return QUOTES.matcher(ordinary.replaceAll("\\p{Z}", " ")).replaceAll("");
    }

    private static byte[] decoded(String base64) {
        if (base64.isEmpty()) {
            throw new UnreadableKey("只有首尾两行，中间没有内容，请粘贴完整");
        }
        Matcher whole = BASE64.matcher(base64);
        if (!whole.matches()) {
            String odd = base64.replaceAll("[A-Za-z0-9+/=]", "");
            throw new UnreadableKey(
                    odd.isEmpty()
                            ? "中间有多余的“=”，可能粘贴了两个密钥，请只粘贴一个"
                            : "里有不属于密钥的字符“" + Typed.first(odd, 1) + "”，请重新复制完整的密钥");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnreadableKey("不完整，末尾缺了内容，请重新复制完整的密钥");
        }
    }
}

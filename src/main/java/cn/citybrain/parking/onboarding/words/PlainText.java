package cn.citybrain.parking.onboarding.words;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;

/** Text from a file, whatever its editor put before it: a byte order mark says the encoding, and is no part of the text. */
public final class PlainText {

    private static final int MARK = 0xFEFF;

    private PlainText() {}

    public static String of(Resource file) throws IOException {
        return of(file.getContentAsByteArray());
    }

    public static String of(byte[] bytes) {
        String text = new String(bytes, encoding(bytes));
        return withoutMark(text);
    }

    /** A text that was decoded already. */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset encoding(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (first) {
            case MARK -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}

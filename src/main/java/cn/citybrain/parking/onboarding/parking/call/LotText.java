package cn.citybrain.parking.onboarding.parking.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a lot closed into a cipher, as text. UTF-8 by the specification; what is not UTF-8 is GB18030, which GBK and GB2312 are
 * part of. A text that is neither is none.
 *
 * <p>Some Chinese characters are UTF-8 by chance in GB18030: 鲁 reads as ³, 豫 as ԥ. A Chinese text of UTF-8 has characters of
 * three bytes. So a text without any, whose only letters beyond ASCII would be Chinese in GB18030, is taken for that.
 */
public record LotText(String text, Charset charset) {

    private static final int FIRST_OF_TWO_BYTES = 0x80;
    private static final int LAST_CONTROL = 0x9F;
    private static final int FIRST_OF_THREE_BYTES = 0x800;
    private static final int MIDDLE_DOT = 0xB7;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** @throws CharacterCodingException if it is in neither */
    public static LotText of(byte[] bytes) throws CharacterCodingException {
        try {
            LotText text = read(bytes, StandardCharsets.UTF_8);
            return text.hasTwoByteLettersOnly() && isChinese(bytes) ? read(bytes, GB18030) : text;
        } catch (CharacterCodingException notUtf8) {
            return read(bytes, GB18030);
        }
    }

    /** Whether it has characters beyond ASCII, and all of them are letters or signs of two bytes in UTF-8. */
    private boolean hasTwoByteLettersOnly() {
        int[] beyond = text.codePoints().filter(c -> c >= FIRST_OF_TWO_BYTES).toArray();
        return beyond.length > 0
                && Arrays.stream(beyond).allMatch(c -> c > LAST_CONTROL && c < FIRST_OF_THREE_BYTES && c != MIDDLE_DOT);
    }

    private static boolean isChinese(byte[] bytes) {
        try {
            return read(bytes, GB18030)
                    .text
                    .codePoints()
                    .allMatch(c -> c < FIRST_OF_TWO_BYTES || Character.isIdeographic(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A new decoder reports what it cannot read, where {@code new String} would put question marks. */
    private static LotText read(byte[] bytes, Charset charset) throws CharacterCodingException {
        return new LotText(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), charset);
    }

    /** What the sentence of a refusal ends with: the charset, where it is not the one that was meant. */
    public String remark() {
        return charset.equals(GB18030) ? "（请求文本不是 UTF-8，按 " + GB18030.name() + " 读取）" : "";
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return text.length() + " characters in " + charset;
    }
}

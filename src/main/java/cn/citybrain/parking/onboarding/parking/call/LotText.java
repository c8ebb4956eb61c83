package cn.citybrain.parking.onboarding.parking.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a lot closed into a cipher, as text. UTF-8 by the specification; what is not UTF-8 is GB18030, which GBK and GB2312 are
 * part of. No byte is guessed: a text that is neither is none.
 */
public record LotText(String text, Charset charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** @throws CharacterCodingException if it is in neither */
    public static LotText of(byte[] bytes) throws CharacterCodingException {
        try {
            return read(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return read(bytes, GB18030);
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

package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out how a text is written: UTF-8 with and without a mark, UTF-16 with one ("Unicode text"), GB18030. */
final class TextEncoding {

    private record Marked(Charset charset, int... mark) {
        boolean begins(byte[] content) {
            if (content.length < mark.length) {
                return false;
            }
            for (int i = 0; i < mark.length; i++) {
                if ((content[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Marked> MARKED = List.of(
            new Marked(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
            new Marked(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
            new Marked(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

    private TextEncoding() {}

    /** Empty if it is no text. */
    static Optional<String> decode(byte[] content) {
        return MARKED.stream()
                .filter(marked -> marked.begins(content))
                .findFirst()
                .map(marked -> strict(content, marked.mark().length, marked.charset()))
                .orElseGet(() -> Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
                        .flatMap(charset -> strict(content, 0, charset).stream())
                        .findFirst())
                .filter(text -> text.indexOf('\0') < 0);
    }

    private static Optional<String> strict(byte[] content, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

package cn.citybrain.parking.onboarding.parking.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotTextTest {

    /** The first two are valid UTF-8 in GB18030. */
    @ParameterizedTest
    @ValueSource(strings = {"鲁A12345", "{\"plateNo\":\"豫A12345\"}", "鲁豫", "浙A12345", "鲁A12345 东门", "㐂"})
    void readsGb18030(String text) throws CharacterCodingException {
        LotText read = LotText.of(text.getBytes(Charset.forName("GB18030")));

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.remark()).contains("GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"鲁A12345", "豫·A12345", "浙A·12345", "WJ·12345", "A12345", "", "a\u0085b", "鲁A12345 ³", "𠮷"})
    void readsUtf8(String text) throws CharacterCodingException {
        LotText read = LotText.of(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.remark()).isEmpty();
    }

    @Test
    void guessesNoByte() {
        assertThatThrownBy(() -> LotText.of(new byte[] {'a', (byte) 0xFF, (byte) 0xFF}))
                .isInstanceOf(CharacterCodingException.class);
    }
}

package cn.citybrain.parking.onboarding.parking.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @RepeatedTest(50)
    void isExactAsALongAndAsADouble() {
        String id = RequestId.fresh();

        assertThat(id).matches("\\d{16}");
        assertThat(RequestId.written(id)).isEqualTo(Long.valueOf(id));
        assertThat((long) Double.parseDouble(id)).isEqualTo(Long.parseLong(id));
        assertThat(RequestId.read(id)).isEqualTo(id);
        assertThat(RequestId.read(String.valueOf(Double.parseDouble(id)))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "4503599627370497.0,4503599627370497",
        "4.503599627370497E15,4503599627370497",
        "4.503599627370497e+15,4503599627370497",
        "45036E11,4503600000000000"
    })
    void isReadInTheSpellingsOfClients(String text, String id) {
        assertThat(RequestId.read(text)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0e4a7c1d2b3f4e5f8a9b0c1d2e3f4a5b",
                "12345678901234567890123456789012",
                "1e99",
                "1.5",
                "9223372036854775808",
                "-1",
                "",
                "不存在"
            })
    void whatIsNoNumberOfOursIsLeftAsItCame(String text) {
        assertThat(RequestId.read(text)).isEqualTo(text);
        assertThat(RequestId.written(text)).isEqualTo(text);
    }
}

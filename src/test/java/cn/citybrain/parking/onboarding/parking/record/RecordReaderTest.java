package cn.citybrain.parking.onboarding.parking.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"uid\":\"u1\"}}",
                "\uFEFF{\"data\":{\"uid\":\"u1\"}}",
                "\uFEFF{\"data\":\"\uFEFF{\\\"uid\\\":\\\"u1\\\"}\"}"
            })
    void readsDataThatBeginsWithAByteOrderMark(String plain) {
        assertThat(new RecordReader(new ObjectMapper(), null, null)
                        .data(plain)
                        .path("uid")
                        .asText())
                .isEqualTo("u1");
    }
}

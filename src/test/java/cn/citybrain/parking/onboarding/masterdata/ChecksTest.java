package cn.citybrain.parking.onboarding.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    /** Two companies whose names look the same are told apart by nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"智联\u200B", "\u3164智联", "智\u2800联", "智联\uFFA0", "智\n联", "智\u2028联", "智\u0085联"})
    void refusesWhatNobodySees(String name) {
        assertThat(new Checks().text("name", "名称", name, 100).faults()).containsEntry("name", "名称不能有换行等不可见字符，请删去");
    }
}

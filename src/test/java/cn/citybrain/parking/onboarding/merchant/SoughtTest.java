package cn.citybrain.parking.onboarding.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

    /** Every kind of plate, whole or a part of it, in any spelling. */
    @ParameterizedTest
    @CsvSource({
        "浙·A12345,浙A12345",
        "浙ad12345,浙AD12345",
        "12345,12345",
        "沪A0023领,沪A0023领",
        "浙X1234应急,浙X1234应急",
        "1234应急,1234应急",
        "WJ浙1234X,WJ浙1234X",
        "wj·浙12345,WJ浙12345",
        "民航A0001,民航A0001",
        "使014·578,使014578",
        "VA12345,VA12345",
    })
    void looksAmongPlates(String typed, String plate) {
        Sought sought = new Sought(new Wanted(typed, 1, 10), Map.of());

        assertThat(sought.sql("name LIKE :word", "plate LIKE :plate")).contains("plate LIKE :plate");
        assertThat(sought.values()).containsEntry("plate", "%" + plate + "%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"湖滨", "湖滨 3 号停车场", "微信支付", "城西地下停车场12", "A"})
    void looksNotAmongPlatesForWhatIsNone(String typed) {
        assertThat(new Sought(new Wanted(typed, 1, 10), Map.of()).sql("name LIKE :word", "plate LIKE :plate"))
                .doesNotContain(":plate");
    }
}

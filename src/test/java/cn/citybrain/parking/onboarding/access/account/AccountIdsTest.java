package cn.citybrain.parking.onboarding.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"li", "zhang.san", "zhang-san_2", "13800000000", "li@hubin.example", "A1"})
    void takesWhatTheEngineTakes(String userId) {
        assertThat(AccountIds.fault(userId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 请填写用户名",
        "a, 2 至 64 个字符",
        "张三, 不能有汉字",
        "zhang san, 不能有汉字、空格或其他符号",
        "a/b, 不能有汉字、空格或其他符号",
        "'a''b', 不能有汉字、空格或其他符号",
        "ａｂ, 不能有汉字",
        ".., 以字母或数字开头",
        ".ab, 以字母或数字开头",
        "-ab, 以字母或数字开头",
        "ab., 不能以点号结尾",
        "a..b, 连续的点号",
        "System, 系统保留",
        "camunda-admin, 系统保留",
        "anonymousUser, 系统保留"
    })
    void refusesTheRestWithASentence(String userId, String sentence) {
        assertThat(AccountIds.fault(userId))
                .hasValueSatisfying(said -> assertThat(said).contains(sentence));
    }

    @Test
    void refusesWhatDoesNotFitTheEnginesColumn() {
        assertThat(AccountIds.fault("a".repeat(64))).isEmpty();
        assertThat(AccountIds.fault("a".repeat(65))).isPresent();
    }

    @Test
    void takesIdsThatDifferByCaseOnlyForTheSame() {
        assertThat(AccountIds.key("ZhangSan")).isEqualTo(AccountIds.key("zhangsan"));
    }
}

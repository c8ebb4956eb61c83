package cn.citybrain.parking.onboarding.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordPolicy POLICY = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"Zt-9vQ!mLk3x", "lantern otter gravel", "西湖龙井 wugong 雷峰塔下", "plum-Kettle-42-orbit"})
    void takesWhatNobodyGuesses(String password) {
        assertThat(faults(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 至少 10 个字符",
        "short-1!, 现在是 8 个",
        "Password123!, 太常见",
        "P@ssw0rd2026, 太常见",
        "qwertyuiop, 太常见",
        "1qaz2wsx3edc, 猜到",
        "asdfghjkl;', 相邻",
        "aaaaaaaaaaaa, 重复",
        "abcabcabcabc, 重复",
        "1985.12.24., 日期",
        "woaini1314520, 猜到",
        "hangzhou2026, 猜到",
        "citybrain-parking, 猜到",
        "xlinlin-hubin-77, 用户名",
        "林晓湖-zt9vq!mlk, 姓名"
    })
    void saysWhichRuleIsBroken(String password, String rule) {
        assertThat(faults(password))
                .isNotEmpty()
                .anySatisfy(fault -> assertThat(fault).contains(rule).endsWith("。"));
    }

    @Test
    void namesEveryRuleOfAnIdAndALength() {
        assertThat(POLICY.faults("hubin", "林晓湖", "HuBin林晓湖")).hasSize(3);
        assertThat(faults("x".repeat(129))).singleElement().asString().contains("最多 128 个字符");
        assertThat(POLICY.faults("", "", "lantern otter gravel")).isEmpty();
        assertThat(POLICY.faults(null, null, null)).hasSize(1);
    }

    @Test
    void judgesTheLongestOnesSoon() {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> faults("aB3$".repeat(32)));
    }

    private static List<String> faults(String password) {
        return POLICY.faults("hubin", "林晓湖", password);
    }
}

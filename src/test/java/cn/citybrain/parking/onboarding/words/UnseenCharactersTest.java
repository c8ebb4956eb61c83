package cn.citybrain.parking.onboarding.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0085", "\u200B", "\u202E", "\u2028", "\u115F", "\u2800", "\u3164", "\uFFA0"})
    void areFoundInALineAndInLines(String unseen) {
        assertThat(UnseenCharacters.in("离" + unseen + "职")).isTrue();
        assertThat(UnseenCharacters.inLines("离职，\n见邮件" + unseen)).isTrue();
    }

    @Test
    void areLineBreaksOnlyWhereThereIsOneLine() {
        assertThat(UnseenCharacters.inLines("离职，\r\n\t见邮件")).isFalse();
        assertThat(UnseenCharacters.in("离职，\n见邮件")).isTrue();
        assertThat(UnseenCharacters.in("离职，见邮件 2026")).isFalse();
    }
}

package cn.citybrain.parking.onboarding.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'C:\\扫描\\张三.png', 张三.png",
        "'../../etc/passwd', passwd",
        "'照\u202Egnp.exe', 照gnp.exe",
        "'\u2067执\u200B照\uFEFF\r\n.jpg', 执照.jpg",
        "'=cmd|calc!A1.jpg', cmd_calc!A1.jpg",
        "'a\"b;c.jpg', a_b;c.jpg",
        "'CON.jpg', _CON.jpg",
        "'.htaccess', htaccess",
        "'执照. . .', 执照",
        "'', 图片",
        "'\u0000\u202E', 图片",
        "'\uD83D.png', png"
    })
    void keepsWhatPeopleReadAndNothingElse(String said, String kept) {
        assertThat(FileNames.plain(said)).isEqualTo(kept);
    }

    @Test
    void cutsLongNamesBetweenSignsAndKeepsTheEnding() {
        String name = FileNames.plain("𠮷".repeat(300) + ".jpeg");

        assertThat(name.codePointCount(0, name.length())).isEqualTo(80);
        assertThat(name).endsWith("𠮷.jpeg");
        assertThat(FileNames.plain(null)).isEqualTo("图片");
    }

    @Test
    void namesPagesByWhatTheyAreNow() {
        assertThat(FileNames.ofPage("执照.pdf", 1)).isEqualTo("执照.jpg");
        assertThat(FileNames.ofPage("执照.pdf", 3)).isEqualTo("执照-3.jpg");
        assertThat(FileNames.ofPage("执照", 1)).isEqualTo("执照.jpg");
    }
}

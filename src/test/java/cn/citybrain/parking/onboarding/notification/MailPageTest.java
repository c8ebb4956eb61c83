package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPageTest {

    private final MailPage pages = new MailPage(new PublicAddress("https://a.example"));

    @Test
    void makesAButtonOfTheFirstAddressThatStandsAlone() {
        String page = pages.of("主题", "您好：\n\n去办理：https://a.example/tasks/1?x=1&y=2\n\n查看：https://a.example/board\n");

        assertThat(page)
                .containsOnlyOnce("class=\"m-button\"")
                .contains("class=\"m-button\" href=\"https://a.example/tasks/1?x=1&amp;y=2\"")
                .contains("href=\"https://a.example/board\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.evil.example/",
                "https://a.example@evil.example/",
                "https://a.examplex/",
                "http://a.example/",
                "https://evil.example/https://a.example/",
                "javascript:alert(1)"
            })
    void makesNoLinkOfWhatLeadsElsewhere(String elsewhere) {
        String page = pages.of("主题", "原因：\n去办理：" + elsewhere + "\n\n去办理：" + elsewhere + "\n\n· x " + elsewhere + "\n");

        assertThat(page).doesNotContain("href=").contains("去办理");
    }

    @Test
    void letsNoWordOfAStrangerBecomeMarkup() {
        String page = pages.of(
                "<img src=x>",
                "车场方：<script>alert('1')</script>\n渠道：\"&\n\n· </li><a href='https://a.example/'>x</a>\n\u0000\n");

        assertThat(page)
                .doesNotContain("<img", "<script", "</li><a href='", "\u0000")
                .contains("&lt;img src=x&gt;", "&lt;script&gt;alert(&#39;1&#39;)", "&quot;&amp;");
    }

    @Test
    void loadsNothingAndCanBeReadInTheDark() {
        String page = pages.of("主题", "您好：\n\n正文\n");

        assertThat(page)
                .contains(
                        "lang=\"zh-CN\"", "prefers-color-scheme: dark", "name=\"color-scheme\" content=\"light dark\"")
                .doesNotContain("http", "url(", "@import", "<img", "<link");
    }
}

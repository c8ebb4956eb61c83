package cn.citybrain.parking.onboarding.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhang.san@example.com",
                "o'brien@example.co.uk",
                "a+b_c-d%e@mail.example.cn",
                "1@qq.com",
                "x@xn--fiqs8s.xn--fiqs8s"
            })
    void isTaken(String address) {
        assertThat(MailAddress.holds(address)).isTrue();
    }

    /** The first four have the shape of an address, and the mail library refuses them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhang..san@example.com",
                ".zhang@example.com",
                "zhang.@example.com",
                "zhang@example..com",
                "zhang@-example.com",
                "zhang@example",
                "zhang@example.com,li@example.com",
                "张三 <zhang@example.com>",
                "zhang@example.com\r\nBcc: li@example.com",
                "zhang@example.com\n",
                "zhang san@example.com",
                "张三@example.com",
                "zhang@例子.com",
                "\"zhang san\"@example.com",
                "zhang@[127.0.0.1]",
                "@example.com",
                "zhang@",
                ""
            })
    void isRefused(String address) {
        assertThat(MailAddress.holds(address)).isFalse();
    }

    @Test
    void isNotLongerThanItsColumn() {
        String host = "@" + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".cn";
        assertThat(MailAddress.holds("z".repeat(10) + host)).isTrue();
        assertThat(MailAddress.holds("z".repeat(20) + host)).isFalse();
        assertThat(MailAddress.holds("z".repeat(65) + "@example.com")).isFalse();
    }
}

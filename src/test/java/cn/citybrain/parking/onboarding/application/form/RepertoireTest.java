package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rare characters are refused where the channel cannot take them, and nowhere else (wechatpay.md 2). */
class RepertoireTest {

    private final Catalogues catalogues = new Catalogues(new ObjectMapper(), TestBanks.configured());
    private final DraftCheck check =
            new DraftCheck(new FieldRules(Clock.fixed(TestClock.START, ZoneId.of("Asia/Shanghai"))));

    @ParameterizedTest
    @EnumSource(Channel.class)
    void isThatOfTheChannel(Channel channel) {
        Catalogue catalogue = catalogues.of(channel);
        Field name = catalogue
                .fields()
                .filter(field -> field.type() == FieldType.TEXT && field.pattern() == null && field.required())
                .findFirst()
                .orElseThrow();

        String said = check.check(catalogue, Map.of(name.key(), "杭州𠮷野停车"), "91330100799655058B")
                .fields()
                .get(name.key());

        if (channel == Channel.WECHATPAY) {
            assertThat(said).isEqualTo(name.label() + "里的生僻字“𠮷”（U+20BB7）渠道不能接收，请向运营公司确认可以代用的写法");
        } else {
            assertThat(said).isNull();
        }
    }

    @Test
    void masksWholeCharacters() {
        Field name = catalogues.of(Channel.WECHATPAY).field("contactName").orElseThrow();

        assertThat(Masking.masked(name, "𠮷田一郎")).isEqualTo("𠮷***");
    }
}

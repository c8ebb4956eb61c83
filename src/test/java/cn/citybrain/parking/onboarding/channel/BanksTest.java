package cn.citybrain.parking.onboarding.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BanksTest {

    private final Banks banks = TestBanks.configured();

    @Test
    void areThoseOfTheChannelsBlockInItsOrder() {
        assertThat(banks.of(Channel.UNIONPAY))
                .startsWith(new Bank("icbc", "中国工商银行", true))
                .endsWith(new Bank("hzurcb", "杭州联合银行", false));
        assertThat(banks.of(Channel.WECHATPAY)).isEmpty();
    }

    @Test
    void sayWhoWorksOnPaper() {
        assertThat(banks.find(Channel.UNIONPAY, "hzurcb"))
                .hasValueSatisfying(bank -> assertThat(bank.hasInterface()).isFalse());
        assertThat(banks.find(Channel.UNIONPAY, "nobody")).isEmpty();
        assertThat(banks.find(Channel.CMB, "icbc")).isEmpty();
    }
}

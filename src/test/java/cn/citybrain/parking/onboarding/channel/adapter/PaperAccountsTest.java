package cn.citybrain.parking.onboarding.channel.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.channel.Bank;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A channel or a bank without an interface: people hand over, nobody calls. */
class PaperAccountsTest {

    private final Accounts own = mock(Accounts.class);
    private final Banks banks = mock(Banks.class);

    @ParameterizedTest
    @EnumSource
    void leavesEverythingToPeopleWhereTheChannelHasNoInterface(Channel channel) {
        var paper = new PaperAccounts(channel, own, configured(channel, "false"), banks);
        assertThat(paper.submit(application(Map.of())))
                .isInstanceOfSatisfying(
                        ByHand.class, byHand -> assertThat(byHand.whom()).isEqualTo(channel.displayName()));
        assertThat(paper.review("A1")).isInstanceOf(ReviewResult.Undetermined.class);
        assertThat(paper.withdraw("A1")).isInstanceOfSatisfying(ByHand.class, byHand -> assertThat(byHand.how())
                .contains("A1"));
        verifyNoInteractions(own);
    }

    @ParameterizedTest
    @EnumSource
    void callsAChannelThatHasOne(Channel channel) {
        when(own.submit(any())).thenReturn(new SubmitResult.Submitted("B1"));
        var called = new PaperAccounts(channel, own, configured(channel, "true"), banks);
        assertThat(called.submit(application(Map.of()))).isEqualTo(new SubmitResult.Submitted("B1"));
    }

    @ParameterizedTest
    @EnumSource
    void leavesToPeopleWhatABankWithoutAnInterfaceSigns(Channel channel) {
        when(banks.find(channel, "hzurcb")).thenReturn(Optional.of(new Bank("hzurcb", "杭州联合银行", false)));
        var paper = new PaperAccounts(channel, own, Interfaces.everywhere(), banks);
        assertThat(paper.submit(application(Map.of("signingBank", "hzurcb"))))
                .isInstanceOfSatisfying(
                        ByHand.class, byHand -> assertThat(byHand.whom()).isEqualTo("杭州联合银行"));
        verifyNoInteractions(own);
    }

    @Test
    void readsTheSettingBesideWhateverElseAChannelsBlockSays() {
        assertThat(configured(Channel.ETC, "false").has(Channel.ETC)).isFalse();
        assertThat(configured(Channel.ETC, "false").has(Channel.CMB)).isTrue();
    }

    private static Interfaces configured(Channel channel, String value) {
        String block = "onboarding.channels." + channel.code();
        var source = new MapConfigurationPropertySource(
                Map.of(block + ".interface", value, block + ".total-timeout", "20s"));
        return new Binder(source).bind("onboarding", Interfaces.class).get();
    }

    private static MerchantApplication application(Map<String, String> fields) {
        return new MerchantApplication("A1", fields, List.of());
    }
}

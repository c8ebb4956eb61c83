package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Bank;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A setting is honoured, or the application does not start: none is ignored. */
@OnboardingTest
class PaperRouteTest {

    @Autowired
    Catalogues catalogues;

    @ParameterizedTest
    @EnumSource
    void startsWithoutAnInterfaceWhereTheProcedureHasAWayOnPaperOnly(Channel channel) {
        var interfaces = new Interfaces(Map.of(channel.code(), new Interfaces.Block(false)));
        if (catalogues.of(channel).signsOnSite()) {
            assertThatCode(() -> new PaperRoute(interfaces, mock(Banks.class), catalogues))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new PaperRoute(interfaces, mock(Banks.class), catalogues))
                    .hasMessageContaining(channel.code())
                    .hasMessageContaining("no way on paper");
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsWithABankWithoutAnInterfaceWhereApplicantsChooseOneOnly(Channel channel) {
        Banks banks = mock(Banks.class);
        when(banks.of(any())).thenReturn(List.of());
        when(banks.of(channel)).thenReturn(List.of(new Bank("hzurcb", "杭州联合银行", false)));
        if (catalogues.of(channel).field(Bank.FIELD).isPresent()) {
            assertThatCode(() -> new PaperRoute(Interfaces.everywhere(), banks, catalogues))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new PaperRoute(Interfaces.everywhere(), banks, catalogues))
                    .hasMessageContaining(channel.code())
                    .hasMessageContaining("nobody chooses");
        }
    }
}

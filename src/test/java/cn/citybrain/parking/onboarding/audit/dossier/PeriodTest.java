package cn.citybrain.parking.onboarding.audit.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void bothDaysAreInIt() {
        Period period = Period.of("2026-11-01", "2026-11-30");

        assertThat(period.begins()).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
        assertThat(period.ends()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
    }

    @Test
    void whatIsNoDayIsNamedWithItsSetting() {
        assertThatThrownBy(() -> Period.of("2026-11-01", "30.11.2026"))
                .hasMessage("onboarding.dossiers.to 的值“30.11.2026”不是日期，请写成 2026-11-29 的样子");
        assertThatThrownBy(() -> Period.of("", "2026-11-30")).hasMessageContaining("onboarding.dossiers.from");
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThatThrownBy(() -> Period.of("2026-12-01", "2026-11-30")).hasMessageContaining("早于开始日期");
    }
}

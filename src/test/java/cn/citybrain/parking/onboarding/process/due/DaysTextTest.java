package cn.citybrain.parking.onboarding.process.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTextTest {

    private static final String DAYS = "2027-01-01/2027-01-03,2027-02-05/2027-02-11,2027-04-05";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DAYS,
                "01-01/01-03,02-05/02-11,04-05",
                "1月1日（周五）至3日（周日）\n2月5日至2月11日\n4月5日",
                "2027年1月1日至2027年1月3日，２月５日～１１日、4月5日。",
                "2027.1.1—2027.1.3；2027.2.5—2.11；2027.4.5",
                "1 月 1 日 到 3 日, 2/5 至 2/11, 4月5号",
                "4月5日,1月1日,1月2日,1月3日,2月5日至8日,2月9日至11日"
            })
    void readsWhatNoticesAndPeopleWrite(String text) {
        assertThat(DaysText.write(DaysText.read(2027, text))).isEqualTo(DAYS);
    }

    @Test
    void readsDaysOfTheDecemberBefore() {
        assertThat(DaysText.write(DaysText.read(2027, "2026年12月31日至2027年1月2日"))).isEqualTo("2026-12-31/2027-01-02");
        assertThat(DaysText.read(2027, " \n，")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2月30日", "春节", "1月3日至1日", "1月1日至3月1日", "13-01", "1月1日至", "10-1 2", "1 2"})
    void namesWhatIsNoDay(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysText.read(2027, text))
                .withMessageContaining("“" + text);
    }
}

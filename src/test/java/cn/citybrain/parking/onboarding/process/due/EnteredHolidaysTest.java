package cn.citybrain.parking.onboarding.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnteredHolidaysTest {

    static final String DAYS_OFF = "1月1日至3日\n2月5日至11日\n4月3日至5日\n5月1日至5日\n6月9日\n9月15日\n10月1日至7日";

    @Test
    void haveEveryHolidayOfTheLaw() {
        assertThat(faults(DAYS_OFF, "2月13日")).isEmpty();
        assertThat(faults(DAYS_OFF.replace("6月9日\n", ""), "").get("daysOff")).contains("没有法定节假日 6月9日");
        assertThat(faults("", "").get("daysOff")).contains("请填写放假日期");
    }

    @Test
    void areMadeUpForAtWeekendsOnly() {
        assertThat(faults(DAYS_OFF, "2月12日").get("makeUpDays")).contains("2月12日 不是周末");
        assertThat(faults(DAYS_OFF, "2月7日").get("makeUpDays")).contains("又放假又上班");
    }

    @Test
    void areOfTheirYear() {
        assertThat(faults(DAYS_OFF.replace("6月9日", "6月9日,2026年6月19日"), "").get("daysOff"))
                .contains("6月19日 不在 2027 年");
        assertThat(faults(DAYS_OFF + "\n2026年12月31日", "2026年12月27日")).isEmpty();
        assertThat(faults(DAYS_OFF, "下周六").get("makeUpDays")).contains("“下周六”不是日期");
    }

    private static Map<String, String> faults(String off, String worked) {
        return new EnteredHolidays(off, worked).read(2027).faults();
    }
}

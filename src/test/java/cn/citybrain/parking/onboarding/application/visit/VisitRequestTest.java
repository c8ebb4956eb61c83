package cn.citybrain.parking.onboarding.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitRequestTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-21T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final WorkingDays ALL_BUT_NEW_YEAR = day -> !day.equals(LocalDate.of(2027, 1, 1));

    @ParameterizedTest
    @CsvSource({"2027-01-04,10:00", "2027.1.4,10点", "２０２７/０１/０４,１０：００", "2027年1月4日,上午10点", "20270104,10:00:00"})
    void isReadAsPeopleType(String date, String time) {
        assertThat(new VisitRequest(date, time, "王 经理", "138 0000 0000")
                        .checked(ALL_BUT_NEW_YEAR, CLOCK)
                        .toLocalDateTime())
                .isEqualTo("2027-01-04T10:00");
    }

    @Test
    void keepsTheContactInOneSpelling() {
        assertThat(new VisitRequest("2027-01-04", "10:00", "王\u200B经理", "（0571）8800 0000").contact())
                .isEqualTo("王经理 0571-88000000");
    }

    @Test
    void isRefusedOnAHoliday() {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() ->
                        new VisitRequest("2027.01.01", "10:00", "王\uE863", "8800").checked(ALL_BUT_NEW_YEAR, CLOCK))
                .satisfies(refused -> assertThat(refused.fields())
                        .containsEntry("date", "2027-01-01 不是工作日，请改选工作日")
                        .containsKeys("contactName", "contactPhone"));
    }
}

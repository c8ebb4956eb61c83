package cn.citybrain.parking.onboarding.process.due;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code holidays} in health: always up, with the year whose announcement nobody has entered yet. */
@Component("holidays")
class HolidayHealthIndicator implements HealthIndicator {

    private final WorkingCalendar calendar;

    HolidayHealthIndicator(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Health health() {
        return calendar.lacking()
                .map(year -> Health.up()
                        .withDetail("announcementMissing", year)
                        .withDetail("说明", year + " 年的放假安排还没有登记，期限暂只按周末计算"))
                .orElseGet(() -> Health.up().withDetail("announcementMissing", "none"))
                .build();
    }
}

package cn.citybrain.parking.onboarding.process.due;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Chinese calendar, year by year, as the State Council announces it each autumn.
 *
 * @param daysOff days or ranges, {@code MM-dd} or {@code MM-dd/MM-dd}
 * @param makeUpDays weekend days that are worked, {@code MM-dd}
 */
@ConfigurationProperties("onboarding.process.calendar")
record CalendarSettings(Map<Integer, List<String>> daysOff, Map<Integer, List<String>> makeUpDays) {

    CalendarSettings {
        daysOff = Map.copyOf(daysOff);
        makeUpDays = Map.copyOf(makeUpDays);
    }
}

package cn.citybrain.parking.onboarding.process.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the State Council announced for a year: which days are off, and which weekend days are worked for it (调休上班). A few may
 * lie in December before it.
 *
 * @param by who entered it; null for what came with the program or stands in the settings
 * @param at null likewise
 */
record Announcement(int year, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays, String by, Instant at) {

    Announcement {
        daysOff = Set.copyOf(daysOff);
        makeUpDays = Set.copyOf(makeUpDays);
    }
}

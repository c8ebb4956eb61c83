package cn.citybrain.parking.onboarding.process.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The announcements that supervisors entered. Each node keeps them in memory and looks every minute what others entered: due
 * dates are counted far too often to ask the database each time.
 */
@Component
class Announcements {

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<Integer, Announcement> byYear;

    Announcements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Announcement> of(int year) {
        return Optional.ofNullable(all().get(year));
    }

    Map<Integer, Announcement> all() {
        if (byYear == null) {
            refresh();
        }
        return byYear;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.calendar.refresh:1m}")
    void refresh() {
        byYear = jdbc
                .sql("SELECT * FROM holiday_announcement WHERE id IN"
                        + " (SELECT MAX(id) FROM holiday_announcement GROUP BY of_year)")
                .query(Announcements::read)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Announcement::year, announcement -> announcement));
    }

    /** What was entered for the year before stays, and counts no longer. */
    @Transactional
    public void add(Announcement announcement) {
        jdbc.sql("INSERT INTO holiday_announcement (of_year, days_off, make_up_days, announced_by, announced_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        announcement.year(),
                        DaysText.write(announcement.daysOff()),
                        DaysText.write(announcement.makeUpDays()),
                        announcement.by(),
                        OffsetDateTime.now(clock))
                .update();
        refresh();
    }

    private static Announcement read(ResultSet row, int n) throws SQLException {
        int year = row.getInt("of_year");
        return new Announcement(
                year,
                DaysText.read(year, row.getString("days_off")),
                DaysText.read(year, row.getString("make_up_days")),
                row.getString("announced_by"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant());
    }
}

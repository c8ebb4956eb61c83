package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 节假日安排: what is known of this year and the coming one, and what a supervisor enters of an announcement. */
@RestController
@RequestMapping("/api/holidays")
class HolidayController {

    private final CurrentUser user;
    private final WorkingCalendar calendar;
    private final Announcements announcements;
    private final CompanyPeople people;
    private final Clock clock;

    HolidayController(
            CurrentUser user,
            WorkingCalendar calendar,
            Announcements announcements,
            CompanyPeople people,
            Clock clock) {
        this.user = user;
        this.calendar = calendar;
        this.announcements = announcements;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param announced whether the year's announcement is known
     * @param statutory what the law fixes, as ranges
     * @param daysOff ranges, empty while it is not announced
     * @param by name of who entered it, null for what came with the program or its settings
     */
    record Year(
            int year, boolean announced, String statutory, String daysOff, String makeUpDays, String by, Instant at) {}

    @GetMapping
    List<Year> years() {
        Actor actor = user.current();
        if (!actor.seesEverything()) {
            throw new StepForbidden("只有运营公司和审计可以查看节假日安排");
        }
        int now = LocalDate.now(clock).getYear();
        return IntStream.rangeClosed(now, now + 1).mapToObj(this::view).toList();
    }

    /** In force at once, for what is counted from now on; dates that are set already stay. */
    @PutMapping("/{year}")
    Year enter(@PathVariable int year, @RequestBody EnteredHolidays entered) {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR)) {
            throw new StepForbidden("只有运营公司主管可以登记节假日安排");
        }
        int now = LocalDate.now(clock).getYear();
        if (year < now || year > now + 1) {
            throw new NotVisible();
        }
        EnteredHolidays.Read read = entered.read(year);
        if (!read.faults().isEmpty()) {
            throw new InvalidFields(String.join("；", read.faults().values()), read.faults());
        }
        announcements.add(new Announcement(year, read.daysOff(), read.makeUpDays(), actor.userId(), null));
        return view(year);
    }

    private Year view(int year) {
        Optional<Announcement> known = calendar.of(year);
        return new Year(
                year,
                known.isPresent(),
                DaysText.write(StatutoryHolidays.of(year)),
                DaysText.write(known.map(Announcement::daysOff).orElse(Set.of())),
                DaysText.write(known.map(Announcement::makeUpDays).orElse(Set.of())),
                known.map(Announcement::by).map(people::name).orElse(null),
                known.map(Announcement::at).orElse(null));
    }
}

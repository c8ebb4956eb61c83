package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 登记节假日安排: names its year, tells the supervisors, again when it will soon be due and when it is, and is done only when the
 * announcement is known. It is theirs already: nobody stands above them who could be told.
 */
@Component("holidayTask")
class HolidayTask implements TaskListener {

    private final WorkingCalendar calendar;
    private final Mailer mailer;
    private final Addressees addressees;
    private final PublicAddress address;
    private final Clock clock;

    HolidayTask(WorkingCalendar calendar, Mailer mailer, Addressees addressees, PublicAddress address, Clock clock) {
        this.calendar = calendar;
        this.mailer = mailer;
        this.addressees = addressees;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        int year = Variables.HOLIDAY_YEAR.get(task);
        if (task.getEventName().equals(EVENTNAME_COMPLETE)) {
            requireKnown(year);
            return;
        }
        if (task.getEventName().equals(EVENTNAME_CREATE)) {
            task.setName("登记 " + year + " 年节假日安排");
        }
        for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
            mailer.enqueue(
                    "holidays/" + task.getId() + "/" + LocalDate.now(clock) + "/" + to,
                    to,
                    "holidays",
                    Map.of("year", year, "link", address.task(task.getId())));
        }
    }

    private void requireKnown(int year) {
        if (!calendar.knows(year)) {
            throw new StepRefused(year + " 年的节假日安排还没有登记，请先在表单里填写");
        }
    }
}

package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.WorkingDays;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A date as the operator types it.
 *
 * @param date {@code yyyy-MM-dd}, Asia/Shanghai
 * @param time {@code HH:mm}
 */
record VisitRequest(String date, String time, String contactName, String contactPhone) {

    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(18, 0);
    private static final int FARTHEST_DAYS = 60;
    private static final int LONGEST_NAME = 30;

    /**
     * When the visit is.
     *
     * @throws InvalidFields with a message per field
     */
    ZonedDateTime checked(WorkingDays calendar, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Optional<LocalDate> day = Typed.day(date);
        Optional<LocalTime> hour = Typed.time(time);
        Map<String, String> faults = new LinkedHashMap<>();
        day.map(on -> dayFault(on, now.toLocalDate(), calendar))
                .orElse(Optional.of("请选择上门日期"))
                .ifPresent(fault -> faults.put("date", fault));
        hour.map(VisitRequest::hourFault)
                .orElse(Optional.of("请选择上门时间，如 10:00"))
                .ifPresent(fault -> faults.put("time", fault));
        contactFaults(faults);
        if (faults.isEmpty() && !day.get().atTime(hour.get()).isAfter(now.toLocalDateTime())) {
            faults.put("time", "上门时间已经过去，请选择以后的时间");
        }
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
        return day.get().atTime(hour.get()).atZone(clock.getZone());
    }

    /** Who comes, with the phone number. */
    String contact() {
        return Typed.line(contactName) + " " + Typed.phone(contactPhone);
    }

    private static Optional<String> dayFault(LocalDate day, LocalDate today, WorkingDays calendar) {
        if (day.isBefore(today)) {
            return Optional.of("上门日期已经过去，请选择以后的工作日");
        }
        if (day.isAfter(today.plusDays(FARTHEST_DAYS))) {
            return Optional.of("上门日期太远，请选择 " + FARTHEST_DAYS + " 天以内的工作日");
        }
        return calendar.isWorked(day) ? Optional.empty() : Optional.of(day + " 不是工作日，请改选工作日");
    }

    private static Optional<String> hourFault(LocalTime hour) {
        return hour.isBefore(EARLIEST) || hour.isAfter(LATEST)
                ? Optional.of("上门时间应在 " + EARLIEST + " 到 " + LATEST + " 之间")
                : Optional.empty();
    }

    private void contactFaults(Map<String, String> faults) {
        String name = Typed.line(contactName);
        if (name.isEmpty()) {
            faults.put("contactName", "请填写对方联系人姓名");
        } else if (Typed.length(name) > LONGEST_NAME) {
            faults.put("contactName", "对方联系人姓名最多 " + LONGEST_NAME + " 个字");
        } else {
            Typed.faultOfName(name).ifPresent(fault -> faults.put("contactName", "对方联系人姓名" + fault));
        }
        if (!FieldRules.isPhone(Typed.phone(contactPhone))) {
            faults.put("contactPhone", "对方联系电话应为手机号码、带区号的座机（如 0571-88888888）或 400 电话");
        }
    }
}

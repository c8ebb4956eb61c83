package cn.citybrain.parking.onboarding.process.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** By when somebody is asked to do something, as mails say it: what follows is the deed. */
@Component
public class Deadline {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Clock clock;

    Deadline(Clock clock) {
        this.clock = clock;
    }

    /** @param due null where there is none */
    public String until(Instant due) {
        if (due == null) {
            return "请尽快";
        }
        String minute = MINUTE.withZone(clock.getZone()).format(due);
        return due.isBefore(clock.instant()) ? "期限 " + minute + " 已过，请尽快" : "请在 " + minute + " 前";
    }
}

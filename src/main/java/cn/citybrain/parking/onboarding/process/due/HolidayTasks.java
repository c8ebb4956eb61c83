package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the supervisors a task for a year whose announcement is lacking, one for all nodes; it ends once it is entered. */
@Component
class HolidayTasks {

    static final String PROCESS = "holidays";
    private static final String ANNOUNCED = "holidaysAnnounced";

    private final WorkingCalendar calendar;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EngineRights rights;
    private final Clock clock;

    HolidayTasks(
            WorkingCalendar calendar,
            RuntimeService runtime,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EngineRights rights,
            Clock clock) {
        this.calendar = calendar;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rights = rights;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.calendar.check-every:1m}")
    void onSchedule() {
        runOnce();
    }

    void runOnce() {
        calendar.lacking().ifPresent(this::begin);
        rights.own(() -> {
            runtime.createExecutionQuery().messageEventSubscriptionName(ANNOUNCED).list().stream()
                    .filter(this::isAnnounced)
                    .forEach(waiting -> runtime.messageEventReceived(ANNOUNCED, waiting.getId()));
            return null;
        });
    }

    /** Another node that is as far fails at the same row, and leaves it to the first. */
    private void begin(int year) {
        if (isBegun(year)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("INSERT INTO holiday_task (of_year, begun_at) VALUES (?, ?)")
                        .params(year, OffsetDateTime.now(clock))
                        .update();
                rights.own(() -> runtime.startProcessInstanceByKey(
                        PROCESS, PROCESS + year, Map.of(Variables.HOLIDAY_YEAR.name(), year)));
            });
        } catch (DuplicateKeyException begun) {
            // by another node
        }
    }

    private boolean isBegun(int year) {
        return jdbc.sql("SELECT COUNT(*) FROM holiday_task WHERE of_year = ?")
                        .param(year)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean isAnnounced(Execution waiting) {
        return calendar.knows((Integer) runtime.getVariable(waiting.getId(), Variables.HOLIDAY_YEAR.name()));
    }
}

package cn.citybrain.parking.onboarding.process.due;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From 1 December on somebody is asked for the coming year's announcement, and enters it without a new release. */
@OnboardingTest
class HolidayTasksTest {

    private static final Instant LAST_OF_NOVEMBER = Instant.parse("2026-11-30T15:59:00Z");
    private static final Instant FIRST_OF_DECEMBER = Instant.parse("2026-11-30T16:01:00Z");

    @LocalServerPort
    int port;

    @Autowired
    HolidayTasks holidays;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Announcements announcements;

    @Autowired
    HolidayHealthIndicator health;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    @AfterEach
    void nothingIsEntered() {
        clock.reset();
        runtime.createProcessInstanceQuery().processDefinitionKey("holidays").list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> runtime.deleteProcessInstance(id, "test"));
        jdbc.sql("DELETE FROM holiday_task").update();
        jdbc.sql("DELETE FROM holiday_announcement").update();
        announcements.refresh();
    }

    @Test
    void askForTheComingYearFromTheFirstOfDecemberOn() {
        clock.set(LAST_OF_NOVEMBER);
        holidays.runOnce();
        assertThat(open()).isEmpty();
        assertThat(health.health().getDetails()).containsEntry("announcementMissing", "none");
        assertThat(as("supervisor", "GET", "/api/board/concerns", null).body()).doesNotContain("2027");

        clock.set(FIRST_OF_DECEMBER);
        holidays.runOnce();
        holidays.runOnce();

        assertThat(open()).singleElement().extracting(Task::getName).isEqualTo("登记 2027 年节假日安排");
        assertThat(health.health().getDetails()).containsEntry("announcementMissing", 2027);
        assertThat(as("supervisor", "GET", "/api/board/concerns", null).body()).contains("2027 年的节假日安排还没有登记");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail WHERE subject LIKE '%请登记 2027 年节假日安排%'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void endWhenSomebodyEnteredItOnThePage() {
        clock.set(FIRST_OF_DECEMBER);
        holidays.runOnce();
        String instance = open().get(0).getProcessInstanceId();
        assertThat(calendar.isWorked(LocalDate.of(2027, 2, 9)))
                .as("before it is known")
                .isTrue();

        assertThat(enter("reviewer", EnteredHolidaysTest.DAYS_OFF, "").statusCode())
                .isEqualTo(403);
        assertThat(enter("supervisor", "1月1日", "").body()).contains("没有法定节假日 2月5日");
        HttpResponse<String> entered = enter("supervisor", EnteredHolidaysTest.DAYS_OFF, "2月13日");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        holidays.runOnce();

        assertThat(open()).isEmpty();
        assertThat(ends(instance)).containsExactly("endEvent_enteredElsewhere");
        assertThat(calendar.isWorked(LocalDate.of(2027, 2, 9))).isFalse();
        assertThat(calendar.isWorked(LocalDate.of(2027, 2, 13))).as("made up").isTrue();
        assertThat(as("auditor", "GET", "/api/holidays", null).body())
                .contains("2027-02-05/2027-02-11", "\"announced\":true");
        assertThat(as("hubin", "GET", "/api/holidays", null).statusCode()).isEqualTo(403);
    }

    @Test
    void areDoneByWhoeverEntersItInTheTask() {
        clock.set(FIRST_OF_DECEMBER);
        holidays.runOnce();
        Task task = open().get(0);
        Browser supervisor = Browser.of(port, "supervisor");
        assertThat(supervisor
                        .engine("POST", "task/" + task.getId() + "/claim", "{\"userId\":\"supervisor\"}")
                        .statusCode())
                .isEqualTo(204);
        String complete = "task/" + task.getId() + "/submit-form";
        assertThat(supervisor.engine("POST", complete, "{\"variables\":{}}").statusCode())
                .as("nothing was entered")
                .isGreaterThanOrEqualTo(400);

        enter("supervisor", EnteredHolidaysTest.DAYS_OFF, "");
        HttpResponse<String> done = supervisor.engine("POST", complete, "{\"variables\":{}}");

        assertThat(done.statusCode()).as(done.body()).isLessThan(300);
        assertThat(ends(task.getProcessInstanceId())).containsExactly("endEvent_entered");
    }

    @Test
    void keepTheFirstOfJanuaryFreeInEveryYear() {
        assertThat(calendar.isWorked(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorked(LocalDate.of(2031, 1, 1))).isFalse();
        assertThat(calendar.plus(LocalDate.of(2026, 12, 31), 1)).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    private List<Task> open() {
        return tasks.createTaskQuery().processDefinitionKey("holidays").list();
    }

    private List<String> ends(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                .filter(step -> step.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private HttpResponse<String> enter(String user, String off, String worked) {
        try {
            String body = new ObjectMapper().writeValueAsString(Map.of("daysOff", off, "makeUpDays", worked));
            return as(user, "PUT", "/api/holidays/2027", body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> as(String user, String method, String path, String body) {
        return Browser.of(port, user).call(method, path, body);
    }
}

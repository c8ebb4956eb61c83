package cn.citybrain.parking.onboarding.process.lot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.overdue.OverdueSweep;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Reminders and the escalation of a test count from its last sign of life. */
@OnboardingTest
class RecordTimersTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RecordTimers timers;

    @Autowired
    OverdueSweep sweep;

    private ProcessBench bench;
    private LotBinding lot;

    /** On a Monday morning. */
    @BeforeEach
    void aLotWaitsForItsRecord() {
        bench = new ProcessBench(app);
        lot = bench.testing(1).get(0);
        timers.arrived(lot.id());
    }

    @AfterEach
    void close() {
        bench.close();
        sweep.runOnce();
    }

    @Test
    void countFromWhenTheTestCouldBegin() {
        assertThat(due()).containsExactly("2026-11-30", "2026-12-07", "2026-12-21");
    }

    @Test
    void doNotCountAnewWhenTheGateComesBackLongAfterTheLastRecord() {
        bench.clock.advance(Duration.ofDays(2));
        fails();
        bench.clock.advance(Duration.ofDays(2));
        comesBackNow();
        timers.arrived(lot.id());
        assertThat(due()).containsExactly("2026-12-02", "2026-12-09", "2026-12-23");
    }

    @Test
    void leavePeopleAWorkingDayWhenTheLastSignIsLongAgo() {
        fails();
        bench.clock.advance(Duration.ofDays(15));
        comesBackNow();
        timers.arrived(lot.id());
        assertThat(due()).containsExactly("2026-12-09", "2026-12-09", "2026-12-21");
        bench.clock.advance(Duration.ofDays(2));
        bench.runJobs(gate());
        assertThat(bench.mails(lot.lotCode()))
                .filteredOn(subject -> subject.contains("还没有实车记录"))
                .as("one a person, not one a timer")
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void areMovedByATestVehicleThatCameSince() {
        bench.clock.advance(Duration.ofDays(4));
        seen(bench.clock.instant());
        bench.clock.set(at("2026-11-30T09:30:00Z"));
        assertThat(timers.postpone()).isEqualTo(1);
        bench.clock.set(at("2026-11-30T11:00:00Z"));
        bench.runJobs(gate());
        assertThat(bench.ends(gate())).doesNotContain("endEvent_reminded");
        bench.clock.set(at("2026-12-04T11:00:00Z"));
        assertThat(timers.postpone()).isZero();
        bench.runJobs(gate());
        assertThat(bench.ends(gate())).contains("endEvent_reminded");
    }

    @Test
    void bringTheLotBeforeTheSupervisorsUntilARecordComes() {
        bench.clock.set(at("2026-12-21T11:00:00Z"));
        bench.runJobs(gate());
        assertThat(bench.escalations(gate())).containsExactly("userTask_handleOverdue");
        assertThat(Browser.of(port, "supervisor")
                        .get("/api/bindings/" + lot.id())
                        .body())
                .contains("请您办理“处理超期：等待完整的“先离场后付费”实车记录”", "超期，2026-12-21 起，等待运营公司主管处理");
        assertThat(Browser.of(port, "supervisor")
                        .get("/api/board?q=" + lot.lotCode())
                        .body())
                .contains("超期，2026-12-21 起");

        bench.drive(lot);
        sweep.runOnce();
        assertThat(bench.escalations(gate())).isEmpty();
    }

    private void fails() {
        bench.record(lot, false);
        bench.clock.advance(Duration.ofMinutes(30));
        bench.arrivals.sweep();
        bench.runJobs(gate());
        assertThat(bench.steps(gate())).containsExactly("receiveTask_awaitRecord");
    }

    /** The engine counts from the arrival at the wait. */
    private void comesBackNow() {
        jobs().forEach(job -> bench.jobs.setJobDuedate(
                job.getId(), Date.from(bench.clock.instant().plus(Duration.ofDays(30)))));
    }

    private void seen(Instant entered) {
        OffsetDateTime at = entered.atOffset(ZoneOffset.UTC);
        bench.jdbc
                .sql("INSERT INTO channel_visit (binding_id, lot_code, uid, visit_no, plate_no, plate_color, payer_id,"
                        + " entered_at, state, reference, reason, exit_told) VALUES (?, ?, ?, ?, '浙A12345', 1, '', ?,"
                        + " 'UNREPORTED', '', '', FALSE)")
                .params(lot.id(), lot.lotCode(), "u" + lot.id(), "V" + lot.id(), at)
                .update();
    }

    private List<String> due() {
        return jobs().stream()
                .map(job -> job.getDuedate().toInstant().atZone(ZoneId.of("Asia/Shanghai")))
                .map(at -> at.toLocalDate().toString())
                .sorted()
                .toList();
    }

    private List<Job> jobs() {
        return bench.jobs.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId()
                        .equals(bench.runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(gate())
                                .processDefinitionKey("test-deduction-gate")
                                .singleResult()
                                .getId()))
                .toList();
    }

    private String gate() {
        return ProcessBench.gate(lot);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}

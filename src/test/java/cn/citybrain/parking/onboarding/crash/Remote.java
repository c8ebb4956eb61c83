package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.process.withdrawal.Withdrawals;
import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the test can ask of the JVM that it is going to kill. */
@TestComponent
@RestController
@RequestMapping(Remote.PATH)
class Remote {

    static final String PATH = "/callbacks/kill-test";

    /** How long the product keeps external tasks, questions, jobs and mails to one node. */
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final CommitTraps traps;
    private final JdbcClient jdbc;
    private final Withdrawals withdrawals;
    private final WaitingGates gates;
    private final ApplicationContext app;

    Remote(CommitTraps traps, JdbcClient jdbc, Withdrawals withdrawals, WaitingGates gates, ApplicationContext app) {
        this.traps = traps;
        this.jdbc = jdbc;
        this.withdrawals = withdrawals;
        this.gates = gates;
        this.app = app;
    }

    @GetMapping("/arm")
    void arm(
            @RequestParam String name,
            @RequestParam String fact,
            @RequestParam boolean after,
            @RequestParam boolean stopsAll) {
        traps.arm(name, fact, after, stopsAll);
    }

    @GetMapping("/sprung")
    List<String> sprung() {
        return traps.sprung();
    }

    @GetMapping("/let-locks-run-out")
    void letLocksRunOut() {
        Instant start =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Timestamp[] fromUntil = {Timestamp.from(start), Timestamp.from(start.plus(LOCK))};
        jdbc.sql("UPDATE act_ru_ext_task SET lock_exp_time_ = ? WHERE lock_exp_time_ < ?")
                .params(List.of(fromUntil))
                .update();
        jdbc.sql("UPDATE act_ru_job SET lock_exp_time_ = ? WHERE lock_exp_time_ < ?")
                .params(List.of(fromUntil))
                .update();
        jdbc.sql("UPDATE awaited_answer SET claimed_until = ? WHERE claimed_until < ?")
                .params(List.of(fromUntil))
                .update();
        jdbc.sql("UPDATE mail SET claimed_until = ? WHERE claimed_until < ?")
                .params(List.of(fromUntil))
                .update();
    }

    @GetMapping("/count")
    long count(@RequestParam String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    @GetMapping("/withdraw")
    void withdraw(@RequestParam long binding) {
        withdrawals.lot(binding, "hubin", "暂不接入");
    }

    @GetMapping("/gates")
    void gates(@RequestParam List<String> lots, @RequestParam int first) {
        gates.open(lots, first, true);
    }

    @GetMapping("/worker")
    String worker() {
        return (String) ReflectionTestUtils.getField(app.getBean("externalTaskOutcome"), "workerId");
    }
}

package cn.citybrain.parking.onboarding.watch.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.watch.sweep.Sweep;
import cn.citybrain.parking.onboarding.watch.sweep.Sweeps;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What health says of loops, schedules and channels, minute by minute. */
class BackgroundHealthTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestClock clock = new TestClock();
    private final Sweeps sweeps = mock();

    @Test
    void aWorkerThatDoesNotComeRoundNeedsARestart() {
        when(sweeps.all())
                .thenReturn(List.of(
                        new Sweep("ExternalTaskWorker.onSchedule", SECOND, TestClock.START, TestClock.START, null),
                        new Sweep(
                                "AnswerSweep.onSchedule",
                                SECOND,
                                TestClock.START.plusSeconds(400),
                                TestClock.START,
                                "X")));
        WorkerHealthIndicator worker = new WorkerHealthIndicator(sweeps, clock);

        clock.advance(Duration.ofMinutes(5));
        assertThat(worker.health().getStatus()).isEqualTo(Status.UP);
        clock.advance(SECOND);
        Health dead = worker.health();
        assertThat(dead.getStatus()).isEqualTo(Status.DOWN);
        assertThat(dead.getDetails())
                .containsOnlyKeys("ExternalTaskWorker.onSchedule")
                .containsValue("自 2026-11-23 09:00:00 起没有再运行，请重启本节点");
    }

    @Test
    void aWorkerThatFailsEachTimeIsAlive() {
        when(sweeps.all())
                .thenReturn(List.of(new Sweep(
                        "ExternalTaskWorker.onSchedule",
                        SECOND,
                        TestClock.START.plusSeconds(3600),
                        TestClock.START,
                        "X")));
        clock.advance(Duration.ofHours(1));

        assertThat(new WorkerHealthIndicator(sweeps, clock).health().getStatus())
                .isEqualTo(Status.UP);
        assertThat(new SweepsHealthIndicator(sweeps, clock).health().getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void aSweepThatDoesNotSucceedIsNamedWithSinceWhenAndWhy() {
        when(sweeps.all())
                .thenReturn(List.of(
                        new Sweep(
                                "OverdueSweep.onSchedule",
                                Duration.ofSeconds(10),
                                TestClock.START,
                                TestClock.START,
                                "DataAccessException"),
                        new Sweep(
                                "RetentionSweep.onSchedule",
                                Duration.ofDays(1),
                                TestClock.START,
                                TestClock.START,
                                null)));
        SweepsHealthIndicator health = new SweepsHealthIndicator(sweeps, clock);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        clock.advance(Duration.ofMinutes(6));
        Health late = health.health();
        assertThat(late.getStatus()).isEqualTo(Status.DOWN);
        assertThat(late.getDetails())
                .containsOnlyKeys("OverdueSweep.onSchedule", "schedules")
                .containsEntry(
                        "OverdueSweep.onSchedule", "自 2026-11-23 09:00:00 起没有成功（应每 10 秒一次），最近一次失败：DataAccessException");
    }

    @Test
    void aChannelThatDoesNotAnswerIsADetailAndNoMore() {
        Circuits circuits = TestLines.circuits(2, Duration.ofMinutes(5));
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> circuits.of(Channel.ETC)
                            .through(
                                    () -> {
                                        throw new IOException("refused");
                                    },
                                    any -> 200))
                    .hasMessage("refused");
        }

        Health health = new ChannelsHealthIndicator(circuits, clock).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("etc").toString()).contains("ETC自 ", "系统自动重试");
        assertThat(health.getDetails()).containsEntry("wechatpay", "正常");
    }
}

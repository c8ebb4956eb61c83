package cn.citybrain.parking.onboarding.watch.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.citybrain.parking.onboarding.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/** Which schedules there are, and when one is late: rounds are told by hand, none runs by itself. */
class SweepsTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Schedules.class);
    private final TestClock clock = context.getBean(TestClock.class);
    private final Sweeps sweeps = context.getBean(Sweeps.class);
    private final Rounds rounds = context.getBean(Rounds.class);

    @AfterEach
    void end() {
        context.close();
    }

    @Test
    void knowsEveryScheduleByItself() {
        assertThat(sweeps.all())
                .extracting(Sweep::name, sweep -> sweep.interval().toMinutes())
                .containsExactly(
                        tuple("SweepsTest$Schedules.nightly", 24 * 60L),
                        tuple("SweepsTest$Schedules.often", 0L),
                        tuple("SweepsTest$Schedules.tenMinutes", 10L));
    }

    @Test
    void isLateAfterThreeRoundsWithoutSuccessFiveMinutesAtLeast() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(late("often")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(late("often")).isTrue();
        ended("often", null);
        assertThat(late("often")).isFalse();

        ended("tenMinutes", null);
        clock.advance(Duration.ofMinutes(30));
        assertThat(late("tenMinutes")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(late("tenMinutes")).isTrue();
        assertThat(late("nightly")).isFalse();
    }

    @Test
    void tellsWhatFailsFromWhatStands() {
        clock.advance(Duration.ofHours(1));
        ended("often", new IllegalStateException("no database"));

        Sweep often = sweep("often");
        assertThat(often.late(clock.instant())).isTrue();
        assertThat(often.stands(clock.instant())).as("it comes round").isFalse();
        assertThat(often.failure()).isEqualTo("IllegalStateException");
        assertThat(sweep("tenMinutes").stands(clock.instant())).isTrue();
    }

    @Test
    void publishesTheAgeOfTheLastSuccess() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new SweepMeters(sweeps, rounds, clock, meters).onReady();
        ended("often", null);
        clock.advance(Duration.ofSeconds(90));
        ended("often", new IllegalStateException());

        assertThat(meters.get(SweepMeters.AGE)
                        .tag("sweep", "SweepsTest$Schedules.often")
                        .gauge()
                        .value())
                .isEqualTo(90);
        assertThat(meters.get(SweepMeters.INTERVAL)
                        .tag("sweep", "SweepsTest$Schedules.tenMinutes")
                        .gauge()
                        .value())
                .isEqualTo(600);
    }

    private boolean late(String name) {
        return sweep(name).late(clock.instant());
    }

    private Sweep sweep(String name) {
        return sweeps.all().stream()
                .filter(sweep -> sweep.name().endsWith("." + name))
                .findFirst()
                .orElseThrow();
    }

    private void ended(String name, Throwable failure) {
        try {
            var round = new ScheduledTaskObservationContext(
                    context.getBean(Schedules.class), Schedules.class.getDeclaredMethod(name));
            round.setError(failure);
            rounds.onStop(round);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @Import({Sweeps.class, Rounds.class})
    static class Schedules {

        @Bean
        Clock clock() {
            return new TestClock();
        }

        @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT0.2S")
        void often() {}

        @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT10M")
        void tenMinutes() {}

        @Scheduled(initialDelayString = "PT1H")
        void once() {}

        @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
        void nightly() {}
    }
}

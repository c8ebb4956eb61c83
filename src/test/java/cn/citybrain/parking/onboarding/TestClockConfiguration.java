package cn.citybrain.parking.onboarding;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SyncTaskExecutor;

/** Makes a test decide when things happen: the clock stands still, and listeners run in the thread that committed. */
@TestConfiguration
class TestClockConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        TestClock clock = new TestClock();
        clock.reset();
        return clock;
    }

    @Bean
    SyncTaskExecutor applicationTaskExecutor() {
        return new SyncTaskExecutor();
    }
}

package cn.citybrain.parking.onboarding;

import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.TestDesk;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

    /** Lets tests kill a thread at the database; see {@link MortalDatabase}. */
    @Bean
    static BeanPostProcessor mortalDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? new MortalDatabase(real) : bean;
            }
        };
    }

    /** Lets a test of the City Brain interface answer itself what the interface asks. */
    @Bean
    static BeanPostProcessor paymentDesk() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PaymentDesk real ? new TestDesk(real) : bean;
            }
        };
    }

    @Bean
    SyncTaskExecutor applicationTaskExecutor() {
        return new SyncTaskExecutor();
    }
}

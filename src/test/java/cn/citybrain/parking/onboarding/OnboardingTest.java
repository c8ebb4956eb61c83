package cn.citybrain.parking.onboarding;

import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.simulator.EmbeddedSimulator;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test against the whole running application, simulators included, with the {@link TestClock}. Runs on H2 and again on
 * PostgreSQL.
 *
 * <p>A JVM starts one application for all of them: to start is what costs most. So no test adds a mock, a bean or a setting
 * of its own; and each has its own merchants, lots and numbers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "onboarding.schedules.enabled=false",
            // what one test lets fail must not stop another's channel
            "onboarding.circuit.minimum-calls=2000",
            "onboarding.circuit.window=2000",
            "onboarding.simulator.port=0",
            "onboarding.simulator.mail-port=0",
            "onboarding.simulator.mqtt-port=0",
            "onboarding.simulator.mqtt-passwords=",
            "onboarding.simulator.database=jdbc:h2:mem:simulator-${random.uuid};DB_CLOSE_DELAY=-1"
        })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {EmbeddedSimulator.class, ChannelNetwork.class})
@Import({TestClockConfiguration.class, TestLots.class, TestDrafts.class})
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface OnboardingTest {}

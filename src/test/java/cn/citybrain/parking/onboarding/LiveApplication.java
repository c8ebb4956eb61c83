package cn.citybrain.parking.onboarding;

import cn.citybrain.parking.onboarding.application.TestDrafts;
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

/**
 * A test against the application as its users have it: real time, schedules and jobs running, the simulators beside it,
 * the demo's people and lots. Every such test shares one context, in a JVM of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("live")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // everything goes on by itself, only sooner than a person would need it
            "onboarding.process.worker.interval=200ms",
            "onboarding.process.worker.poll-every=1s",
            "onboarding.process.waiting.ask-after=1s",
            "onboarding.process.sweep-every=5s",
            "onboarding.mail.interval=500ms",
            "onboarding.simulator.port=0",
            "onboarding.simulator.mail-port=0",
            "onboarding.simulator.mqtt-port=0",
            "onboarding.simulator.mqtt-passwords=",
            "onboarding.simulator.database=jdbc:h2:mem:simulator-${random.uuid};DB_CLOSE_DELAY=-1"
        })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = EmbeddedSimulator.class)
@Import({PublishedEvents.class, TestDrafts.class})
public @interface LiveApplication {}

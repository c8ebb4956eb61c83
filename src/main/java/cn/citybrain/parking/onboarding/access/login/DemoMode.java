package cn.citybrain.parking.onboarding.access.login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether this is the demo, and the line in the log that says so. */
@Component
class DemoMode {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMode.class);
    private final boolean on;

    DemoMode(Environment environment) {
        this.on = environment.acceptsProfiles(Profiles.of("demo"));
    }

    boolean on() {
        return on;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (on) {
            LOG.warn(
                    "******** DEMO 演示环境: well-known passwords, simulated channels, no real money. Never for real data. ********");
        }
    }
}

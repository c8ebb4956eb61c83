package cn.citybrain.parking.onboarding.demo;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import cn.citybrain.parking.onboarding.simulator.EmbeddedSimulator;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** The product with the other side beside it: simulators, broker, mail catcher, invented companies and people. */
public final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] args) {
        OnboardingApplication.run(with(OnboardingApplication.class), args);
    }

    /** An application that starts as the demo unless a profile is named, and never as production. */
    public static SpringApplication with(Class<?>... sources) {
        SpringApplication application = new SpringApplication(sources);
        application.setDefaultProperties(Map.of("spring.profiles.default", "demo", "onboarding.demo.beside", "true"));
        application.addInitializers(new EmbeddedSimulator());
        return application;
    }
}

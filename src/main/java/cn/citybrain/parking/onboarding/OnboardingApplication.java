package cn.citybrain.parking.onboarding;

import cn.citybrain.parking.onboarding.access.NamedProfile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;

/** Onboarding of parking lots to payment channels (支付渠道接入), as Camunda processes. */
@SpringBootApplication
@Modulithic(systemName = "channel-onboarding")
public class OnboardingApplication {

    public static void main(String[] args) {
        run(new SpringApplication(OnboardingApplication.class), args);
    }

    /**
     * Starts a node, or does the one thing that the arguments ask for and ends the JVM ({@link OneShot}); neither without
     * a {@link NamedProfile}.
     */
    public static void run(SpringApplication application, String... args) {
        application.addInitializers(new NamedProfile());
        ConfigurableApplicationContext node = application.run(args);
        if (OneShot.isAsked(node.getEnvironment())) {
            System.exit(SpringApplication.exit(node));
        }
    }
}

package cn.citybrain.parking.onboarding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.modulith.Modulithic;

/** Onboarding of parking lots to payment channels (支付渠道接入), as Camunda processes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            // the other side: an application of its own
            @Filter(type = FilterType.REGEX, pattern = "cn\\.citybrain\\.parking\\.onboarding\\.simulator\\..*")
        })
@Modulithic(systemName = "channel-onboarding")
public class OnboardingApplication {

    public static void main(String[] args) {
        ConfigurableApplicationContext application = SpringApplication.run(OnboardingApplication.class, args);
        if (application.getEnvironment().containsProperty(OneShot.SETTING)) {
            System.exit(SpringApplication.exit(application));
        }
    }
}

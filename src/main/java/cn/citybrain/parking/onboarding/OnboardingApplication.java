package cn.citybrain.parking.onboarding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Onboarding of parking lots to payment channels (支付渠道接入), as Camunda processes. */
@SpringBootApplication
@Modulithic(systemName = "channel-onboarding")
public class OnboardingApplication {

    public static void main(String[] args) {
        SpringApplication.run(OnboardingApplication.class, args);
    }
}

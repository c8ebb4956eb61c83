package cn.citybrain.parking.onboarding.house;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between packages, as each {@code package-info} declares them. */
class ModularityTest {

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(OnboardingApplication.class).verify();
    }
}

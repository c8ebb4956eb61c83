package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells access whose application a process works on. */
@Component
class ApplicationTenants implements ApplicationOwners {

    private final Applications applications;

    ApplicationTenants(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Optional<String> tenantOf(String applicationNo) {
        return applications.find(applicationNo).map(Application::tenantId);
    }
}

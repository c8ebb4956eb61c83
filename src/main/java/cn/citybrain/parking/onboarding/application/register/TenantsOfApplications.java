package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.application.Application;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers whose an application is. */
@Component
class TenantsOfApplications implements ApplicationOwners {

    private final ApplicationRows rows;

    TenantsOfApplications(ApplicationRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> tenantOf(String applicationNo) {
        return rows.find(applicationNo).map(Application::tenantId);
    }
}

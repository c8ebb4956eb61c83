package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The applications that somebody is still to go on with, drafts among them. */
@NamedInterface("services")
@Component
public class RunningApplications {

    private static final List<String> OVER = Arrays.stream(ApplicationState.values())
            .filter(ApplicationState::isFinal)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;

    RunningApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<Application> ofCompany(String tenantId) {
        return jdbc.sql(
                        "SELECT * FROM application a WHERE a.tenant_id = :tenant AND a.state NOT IN (:over) ORDER BY a.id")
                .param("tenant", tenantId)
                .param("over", OVER)
                .query(ApplicationRows::map)
                .list();
    }

    /** Those that are meant for a lot, oldest first. */
    public List<Application> meantFor(String lotCode) {
        return jdbc.sql("SELECT a.* FROM application a JOIN intended_lot i ON i.application_no = a.no"
                        + " WHERE i.lot_code = :lot AND a.state NOT IN (:over) ORDER BY a.id")
                .param("lot", lotCode)
                .param("over", OVER)
                .query(ApplicationRows::map)
                .list();
    }
}

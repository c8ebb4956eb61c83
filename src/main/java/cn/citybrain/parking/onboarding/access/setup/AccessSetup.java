package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.people.Memberships;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start: signs the database, brings groups, tenants, grants and filters into step, keeps an administrator. */
@Component
@Order(10)
class AccessSetup implements ApplicationRunner {

    private final Memberships memberships;
    private final Grants grants;
    private final TaskFilters filters;
    private final FirstAdministrator administrator;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AccessSetup(
            Memberships memberships,
            Grants grants,
            TaskFilters filters,
            FirstAdministrator administrator,
            Environment environment,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.memberships = memberships;
        this.grants = grants;
        this.filters = filters;
        this.administrator = administrator;
        this.environment = environment;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> align());
    }

    void align() {
        ProfileGuard.sign(jdbc, environment, clock);
        memberships.align();
        grants.align();
        filters.align();
        administrator.make();
    }
}

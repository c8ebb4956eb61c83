package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import java.time.Clock;
import java.util.List;
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
    private final UserAccounts accounts;
    private final PasswordPolicy passwords;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AccessSetup(
            Memberships memberships,
            Grants grants,
            TaskFilters filters,
            UserAccounts accounts,
            PasswordPolicy passwords,
            Environment environment,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.memberships = memberships;
        this.grants = grants;
        this.filters = filters;
        this.accounts = accounts;
        this.passwords = passwords;
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
        firstAdministrator();
    }

    private void firstAdministrator() {
        String userId = environment.getProperty("onboarding.access.admin-user", "");
        if (userId.isBlank() || accounts.hasMember(Role.ADMIN)) {
            return;
        }
        String password = environment.getRequiredProperty("onboarding.access.admin-password");
        List<String> faults = passwords.faults(userId, "管理员", password);
        if (!faults.isEmpty()) {
            throw new WeakAdminPassword(faults);
        }
        String mail = environment.getProperty("onboarding.access.admin-mail", "");
        accounts.add(userId, "系统", "管理员", mail, password, List.of(), List.of());
        accounts.promote(userId);
    }
}

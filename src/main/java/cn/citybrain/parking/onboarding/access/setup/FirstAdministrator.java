package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the first administrator, while there is none. */
@Component
class FirstAdministrator {

    private final UserAccounts accounts;
    private final PasswordPolicy passwords;
    private final Environment environment;

    FirstAdministrator(UserAccounts accounts, PasswordPolicy passwords, Environment environment) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.environment = environment;
    }

    /** @throws WeakAdminPassword if the password would be guessed: then there is no account */
    void make() {
        String userId = environment.getProperty("onboarding.access.admin-user", "");
        if (userId.isBlank() || accounts.hasMember(Role.ADMIN)) {
            return;
        }
        String password = environment.getRequiredProperty("onboarding.access.admin-password");
        List<String> faults = passwords.faults(userId, "管理员", password);
        if (!faults.isEmpty()) {
            throw new WeakAdminPassword(faults);
        }
        String mail = Typed.mail(environment.getProperty("onboarding.access.admin-mail", ""));
        accounts.add(userId, "系统", "管理员", mail, password, List.of(), List.of());
        accounts.promote(userId);
    }
}

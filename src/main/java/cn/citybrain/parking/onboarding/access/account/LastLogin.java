package cn.citybrain.parking.onboarding.access.account;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes when somebody logged in, whatever way. */
@Component
class LastLogin {

    private final AccountTable table;

    LastLogin(AccountTable table) {
        this.table = table;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent login) {
        table.loggedIn(login.getAuthentication().getName());
    }
}

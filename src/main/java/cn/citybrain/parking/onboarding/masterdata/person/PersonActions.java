package cn.citybrain.parking.onboarding.masterdata.person;

import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.Accounts;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done to people. Who may is asked by {@link Accounts}. */
@RestController
class PersonActions {

    private final CurrentUser user;
    private final Accounts accounts;

    PersonActions(CurrentUser user, Accounts accounts) {
        this.user = user;
        this.accounts = accounts;
    }

    /** The account as it is now. */
    record Done(String userId, String state, long version) {

        static Done of(Account account) {
            return new Done(account.userId(), account.state().name(), account.version());
        }
    }

    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    Done invite(@RequestBody Entered entered) {
        return Done.of(accounts.invite(user.current(), entered.entry(entered.userId())));
    }

    @PutMapping("/api/people/{id}")
    Done change(@PathVariable String id, @RequestBody Entered entered) {
        return Done.of(accounts.change(user.current(), entered.entry(id), entered.version()));
    }

    /** A new invitation, or a link to set another password. */
    @PostMapping("/api/people/{id}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendLink(@PathVariable String id) {
        accounts.sendLink(user.current(), id);
    }

    @PostMapping("/api/people/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String id) {
        accounts.unlock(user.current(), id);
    }

    /** @param reason only when disabling */
    record Switch(long version, String reason) {}

    @PostMapping("/api/people/{id}/disable")
    Done disable(@PathVariable String id, @RequestBody Switch wanted) {
        return Done.of(accounts.disable(user.current(), id, wanted.version(), wanted.reason()));
    }

    @PostMapping("/api/people/{id}/enable")
    Done enable(@PathVariable String id, @RequestBody Switch wanted) {
        return Done.of(accounts.enable(user.current(), id, wanted.version()));
    }
}

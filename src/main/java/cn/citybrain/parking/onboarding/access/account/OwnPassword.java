package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.engine.Passwords;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.access.session.Sessions;
import cn.citybrain.parking.onboarding.access.throttle.Client;
import cn.citybrain.parking.onboarding.access.throttle.LoginThrottle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is logged in changes their password: the old one is asked for, and counted as a login's is. */
@Component
public class OwnPassword {

    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final LoginThrottle throttle;
    private final People people;
    private final AccountWriting writing;
    private final AccountTable table;
    private final EngineUsers engine;
    private final Sessions sessions;
    private final AccountHistory history;
    private final TransactionTemplate transaction;

    OwnPassword(
            Passwords passwords,
            PasswordPolicy policy,
            LoginThrottle throttle,
            People people,
            AccountWriting writing,
            AccountTable table,
            EngineUsers engine,
            Sessions sessions,
            AccountHistory history,
            TransactionTemplate transaction) {
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.people = people;
        this.writing = writing;
        this.table = table;
        this.engine = engine;
        this.sessions = sessions;
        this.history = history;
        this.transaction = transaction;
    }

    /**
     * Changes it, and ends the person's other sessions.
     *
     * @param kept the servlet session's id of who asks
     * @return what is wrong, by {@code old} and {@code password}, Chinese; empty when it is done
     * @throws cn.citybrain.parking.onboarding.access.throttle.TooSoon after too many wrong ones
     */
    public Map<String, String> change(String userId, String old, String password, Client client, String kept) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (old.isEmpty()) {
            faults.put("old", "请填写现在的密码。");
        }
        List<String> said = policy.faults(userId, people.nameOf(userId), password);
        if (!said.isEmpty()) {
            faults.put("password", String.join("", said));
        } else if (password.equals(old)) {
            faults.put("password", "新密码与现在的密码相同，请换一个。");
        }
        long generation = people.generation(userId);
        if (faults.isEmpty() && !isRight(userId, old, client)) {
            faults.put("old", "现在的密码不正确，请重新填写。");
        }
        if (faults.isEmpty()
                && !Boolean.TRUE.equals(transaction.execute(status -> write(userId, generation, password, kept)))) {
            faults.put("old", "账号刚刚有变动，密码没有修改，请重新登录后再试。");
        }
        return faults;
    }

    private boolean isRight(String userId, String old, Client client) {
        LoginThrottle.Attempt attempt = throttle.begin(userId, client);
        boolean right = people.unrestricted(() -> passwords.match(userId, old));
        if (right) {
            attempt.succeeded();
        } else {
            attempt.failed();
        }
        return right;
    }

    /** @return false, and nothing is written, if the old password was looked at before a reset and this comes after it */
    private boolean write(String userId, long generation, String password, String kept) {
        if (!table.lock(userId, generation)) {
            return false;
        }
        table.passwordSet(userId);
        engine.password(userId, password);
        sessions.endOthers(userId, kept);
        history.record(writing.require(userId), "修改密码", userId, "本人修改，其他登录已退出");
        return true;
    }
}

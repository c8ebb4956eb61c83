package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.link.Link;
import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.Link.Standing;
import cn.citybrain.parking.onboarding.access.link.Links;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import cn.citybrain.parking.onboarding.access.people.EngineUsers;
import cn.citybrain.parking.onboarding.access.session.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bearer of a one-time link may do: look whose it is, and set the password once. */
@NamedInterface("services")
@Component
public class PasswordLinks {

    private final Links links;
    private final AccountTable table;
    private final AccountWriting writing;
    private final AccountLocks locks;
    private final EngineUsers engine;
    private final PasswordPolicy policy;
    private final Sessions sessions;
    private final LinkMails mails;
    private final AccountHistory history;

    PasswordLinks(
            Links links,
            AccountTable table,
            AccountWriting writing,
            AccountLocks locks,
            EngineUsers engine,
            PasswordPolicy policy,
            Sessions sessions,
            LinkMails mails,
            AccountHistory history) {
        this.links = links;
        this.table = table;
        this.writing = writing;
        this.locks = locks;
        this.engine = engine;
        this.policy = policy;
        this.sessions = sessions;
        this.mails = mails;
        this.history = history;
    }

    /** What came of setting a password. */
    public sealed interface Outcome {

        record Set(String userId) implements Outcome {}

        /** @param faults what the password lacks, in Chinese; the link can still be used */
        record Refused(List<String> faults) implements Outcome {}

        /** The link cannot be used, see {@link #find}. */
        record NotOpen() implements Outcome {}
    }

    /**
     * Makes a link that is mailed to nobody: for whoever runs the machine, when no mail reaches the person and nobody is left
     * who could send one. Older links end. Returns its address.
     *
     * @throws AccountProblem if there is no such account, or it is disabled
     */
    @Transactional
    public String handOver(String userId) {
        Account account = writing.require(userId);
        if (account.state() == AccountState.DISABLED) {
            throw new AccountProblem.Invalid("账号 " + userId + " 已停用，没有生成链接。请先由系统管理员或运营公司主管启用。", Map.of());
        }
        boolean first = account.state() == AccountState.INVITED;
        String address = mails.address(links.add(userId, first ? Purpose.INVITATION : Purpose.RESET));
        history.record(account, "生成设置密码的链接", "system", "由运维人员在服务器上生成");
        return address;
    }

    /** Empty if there never was a link with this token. Looking does not use it up: mail programs look too. */
    public Optional<Link> find(String token) {
        return links.find(token);
    }

    /** Until when the link that was sent last can be used; empty if it cannot. */
    public Optional<Instant> openUntil(String userId) {
        return links.openUntil(userId);
    }

    /** Whose account it is, as people know the person. */
    public String nameOf(Link link) {
        return writing.require(link.userId()).name();
    }

    /** Sets the password; sessions of before end, and so do locks. */
    @Transactional
    public Outcome set(String token, String password) {
        Link link = links.find(token)
                .filter(found -> found.standing() == Standing.OPEN)
                .orElse(null);
        if (link == null) {
            return new Outcome.NotOpen();
        }
        List<String> faults = policy.faults(link.userId(), nameOf(link), password);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        if (!links.use(token)) {
            return new Outcome.NotOpen();
        }
        table.passwordSet(link.userId());
        engine.password(link.userId(), password);
        locks.forget(link.userId());
        sessions.endAll(link.userId());
        tell(writing.followed(link.userId()), link.purpose());
        return new Outcome.Set(link.userId());
    }

    private void tell(Account account, Purpose purpose) {
        boolean first = purpose == Purpose.INVITATION;
        history.record(account, first ? "接受邀请" : "重设密码", account.userId(), first ? "已设置密码，账号激活" : "通过邮件链接");
        if (!first) {
            mails.passwordSet(account);
        }
    }
}

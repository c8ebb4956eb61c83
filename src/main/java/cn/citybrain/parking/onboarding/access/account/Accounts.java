package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.NotYours;
import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may be done to people's accounts, by whom. Each call is one transaction with everything that follows from it:
 * engine's user, sessions, tasks, mails, history. What is refused is thrown as {@link AccountProblem}, and nothing is
 * written.
 */
@NamedInterface("services")
@Component
public class Accounts {

    private final AccountList list;
    private final KnownAccounts known;
    private final AccountWriting writing;
    private final AccountSwitch onAndOff;
    private final AccountLocks locks;
    private final LinkMails links;
    private final AccountHistory history;

    Accounts(
            AccountList list,
            KnownAccounts known,
            AccountWriting writing,
            AccountSwitch onAndOff,
            AccountLocks locks,
            LinkMails links,
            AccountHistory history) {
        this.list = list;
        this.known = known;
        this.writing = writing;
        this.onAndOff = onAndOff;
        this.locks = locks;
        this.links = links;
        this.history = history;
    }

    /** Makes an account and sends its owner the link to set the first password: rights come with it. */
    @Transactional
    public Account invite(Actor by, PersonEntry entry) {
        return invite(by, entry, known.read(), "");
    }

    /**
     * As {@link #invite(Actor, PersonEntry)}, one of many: what is known was read before the first one.
     *
     * @param note where it comes from, for the history, e.g. the name of a file
     */
    @Transactional
    public Account invite(Actor by, PersonEntry entry, Known known, String note) {
        AccountAuthority.requireKeeper(by);
        requireMayGive(by, entry);
        refuse(AccountChecks.ofNew(by, entry, known));
        Account made = writing.add(entry, AccountState.INVITED, null);
        links.send(made, Purpose.INVITATION);
        history.changed(null, made, "邀请", by.userId(), note, known);
        return made;
    }

    /**
     * Changes name, mail, roles, companies or vendor. The id stays.
     *
     * @param version that the one who changes has seen
     */
    @Transactional
    public Account change(Actor by, PersonEntry entry, long version) {
        return change(by, entry, version, known.read(), "");
    }

    /**
     * As {@link #change(Actor, PersonEntry, long)}, one of many.
     *
     * @param note where it comes from, for the history
     */
    @Transactional
    public Account change(Actor by, PersonEntry entry, long version, Known known, String note) {
        AccountAuthority.requireKeeper(by);
        Account now = writing.at(entry.userId(), version);
        AccountAuthority.requireMayKeep(by, now.roles());
        requireMayGive(by, entry);
        boolean belongsElsewhere =
                !now.groups().equals(entry.groups()) || !now.companies().equals(entry.companies());
        if (belongsElsewhere) {
            AccountAuthority.requireSomebodyElse(by, now.userId(), "不能修改自己的角色和公司，请另一位有权限的人员办理。");
        }
        refuse(AccountChecks.ofChange(by, now, entry, known));
        if (entry.equals(now.entry())) {
            return now;
        }
        Account after = writing.change(now, entry);
        if (belongsElsewhere) {
            onAndOff.movedTo(by, now, after);
        }
        if (!after.mail().equals(now.mail())) {
            onAndOff.mailMoved(after);
        }
        history.changed(now, after, "修改", by.userId(), note, known);
        return after;
    }

    /** Ends login, sessions and rights at once, and gives the claimed tasks back to their groups. */
    @Transactional
    public Account disable(Actor by, String userId, long version, String reason) {
        AccountAuthority.requireKeeper(by);
        Account now = writing.at(userId, version);
        AccountAuthority.requireMayKeep(by, now.roles());
        AccountAuthority.requireSomebodyElse(by, userId, "不能停用自己的账号，请另一位有权限的人员办理。");
        Account after = onAndOff.disable(by, now, Typed.lines(reason));
        history.changed(now, after, "停用", by.userId(), after.reason(), known.companies());
        return after;
    }

    /** Gives everything back that the account had. Who never set a password is invited again. */
    @Transactional
    public Account enable(Actor by, String userId, long version) {
        AccountAuthority.requireKeeper(by);
        Account now = writing.at(userId, version);
        AccountAuthority.requireMayKeep(by, now.roles());
        Account after = onAndOff.enable(now);
        history.changed(now, after, "启用", by.userId(), "", known.companies());
        return after;
    }

    /** Forgets wrong passwords: login is possible at once. */
    @Transactional
    public void unlock(Actor by, String userId) {
        AccountAuthority.requireKeeper(by);
        Account now = writing.require(userId);
        AccountAuthority.requireMayKeep(by, now.roles());
        locks.forget(userId);
        history.record(now, "解锁", by.userId(), "");
    }

    /**
     * Sends a new link: an invitation to who has not set a password yet, a reset to the others. Older links end. The old
     * password and running sessions stay until the new password is set.
     */
    @Transactional
    public void sendLink(Actor by, String userId) {
        AccountAuthority.requireKeeper(by);
        Account now = writing.require(userId);
        AccountAuthority.requireMayKeep(by, now.roles());
        if (now.state() == AccountState.DISABLED) {
            throw new Invalid("账号已停用，不能发送链接。需要时请先启用。", Map.of());
        }
        if (now.mail().isEmpty()) {
            throw new Invalid("账号没有邮箱，链接无处可发。请先填写邮箱。", Map.of("mail", "请填写邮箱。"));
        }
        boolean invited = now.state() == AccountState.INVITED;
        links.send(now, invited ? Purpose.INVITATION : Purpose.RESET);
        history.record(now, invited ? "再次邀请" : "发送重设密码链接", by.userId(), "");
    }

    /** Makes an account with a password, for nobody's sake: the first administrator, the demo's people. */
    @Transactional
    public Account add(PersonEntry entry, String password) {
        return list.byId(entry.userId()).orElseGet(() -> {
            Account made = writing.add(entry, AccountState.ACTIVE, password);
            history.changed(null, made, "新建", "system", "系统启动时建立", known.companies());
            return made;
        });
    }

    private static void requireMayGive(Actor by, PersonEntry entry) {
        AccountAuthority.faultOfGiving(by, entry.roles()).ifPresent(sentence -> {
            throw new NotYours(sentence);
        });
    }

    private static void refuse(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid("有 " + faults.size() + " 处需要更正，没有保存。", faults);
        }
    }
}

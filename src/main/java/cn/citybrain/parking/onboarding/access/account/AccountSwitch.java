package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.AccountMoved;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.Links;
import cn.citybrain.parking.onboarding.access.session.Sessions;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnseenCharacters;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows when somebody may no longer do what they did: sessions end, tasks go back, links end, stand-ins hear of it. */
@Component
class AccountSwitch {

    private static final int LONGEST_REASON = 500;

    private final AccountWriting writing;
    private final AccountTable table;
    private final Links links;
    private final LinkMails mails;
    private final ClaimedTasks tasks;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    AccountSwitch(
            AccountWriting writing,
            AccountTable table,
            Links links,
            LinkMails mails,
            ClaimedTasks tasks,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.writing = writing;
        this.table = table;
        this.links = links;
        this.mails = mails;
        this.tasks = tasks;
        this.sessions = sessions;
        this.events = events;
    }

    Account disable(Actor by, Account now, String reason) {
        if (reason.isEmpty() || Typed.length(reason) > LONGEST_REASON) {
            String sentence = "请填写停用的原因，1 至 " + LONGEST_REASON + " 个字。";
            throw new Invalid(sentence, Map.of("reason", sentence));
        }
        if (UnseenCharacters.inLines(reason)) {
            String sentence = "停用的原因里有看不见的字符，请重新输入。";
            throw new Invalid(sentence, Map.of("reason", sentence));
        }
        if (now.state() == AccountState.DISABLED) {
            throw new Invalid("账号已经停用。", Map.of());
        }
        requireAnotherAdministrator(now);
        Account after = writing.state(now, AccountState.DISABLED, reason);
        links.end(now.userId());
        sessions.endAll(now.userId());
        tasks.giveBackAll(
                now.userId(), now.name() + "（" + now.userId() + "）的账号已由 " + by.displayName() + " 停用，任务退回，请其他能办理的人员认领。");
        events.publishEvent(new AccountMoved(now.userId()));
        return after;
    }

    Account enable(Account now) {
        if (now.state() != AccountState.DISABLED) {
            throw new Invalid("账号没有停用。", Map.of());
        }
        boolean knowsPassword = table.hasPassword(now.userId());
        Account after = writing.state(now, knowsPassword ? AccountState.ACTIVE : AccountState.INVITED, "");
        if (!knowsPassword && !after.mail().isEmpty()) {
            mails.send(after, Purpose.INVITATION);
        }
        return after;
    }

    /** Roles or companies are others now. */
    void movedTo(Actor by, Account before, Account after) {
        if (before.roles().contains(Role.ADMIN) && !after.roles().contains(Role.ADMIN)) {
            requireAnother(before.userId());
        }
        sessions.endAll(after.userId());
        tasks.giveBackForeign(
                after.userId(),
                after.groups(),
                after.companies(),
                after.groups().stream().anyMatch(Role::seesEverything),
                after.name() + "（" + after.userId() + "）的角色或公司已由 " + by.displayName() + " 修改，不再办理这个任务，请其他能办理的人员认领。");
        events.publishEvent(new AccountMoved(after.userId()));
    }

    /** A link that went to the address of before is nobody's any more. */
    void mailMoved(Account after) {
        links.end(after.userId());
        if (after.state() == AccountState.INVITED) {
            mails.send(after, Purpose.INVITATION);
        }
    }

    private void requireAnotherAdministrator(Account leaving) {
        if (leaving.roles().contains(Role.ADMIN)) {
            requireAnother(leaving.userId());
        }
    }

    /** Without an administrator nobody could make one. */
    private void requireAnother(String leaving) {
        List<String> administrators = table.lockAdministrators();
        if (administrators.stream().allMatch(leaving::equals)) {
            throw new Invalid("必须至少保留一名可以登录的系统管理员。请先让另一位系统管理员可用，再办理。", Map.of());
        }
    }
}

package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.AccountMoved;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.StandInOver;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Invalid;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.NotYours;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Unknown;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody do another one's tasks, and ends it. Each call is one transaction; what is refused is an {@code AccountProblem}. */
@Component
class StandInDesk {

    private static final String NOBODY = "system";
    private static final String UNFIT = "其中一人的账号已停用，或角色、公司已经改变";

    private final StandInTable table;
    private final WishChecks checks;
    private final AccountList accounts;
    private final Peers peers;
    private final StandInMails mails;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StandInDesk(
            StandInTable table,
            WishChecks checks,
            AccountList accounts,
            Peers peers,
            StandInMails mails,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.accounts = accounts;
        this.peers = peers;
        this.mails = mails;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** @param userId whose tasks somebody else shall do */
    @Transactional
    public StandIn appoint(Actor by, String userId, Wish wish) {
        requireMay(by, userId);
        table.lock(List.of(userId, wish.deputy()));
        Account absent = accounts.byId(userId).orElseThrow(() -> new Unknown(userId));
        if (absent.state() != AccountState.ACTIVE || !Peers.hasTasks(absent)) {
            throw new Invalid("这个账号没有要办理的任务，不需要代办。", Map.of());
        }
        Map<String, String> faults = checks.faults(absent, wish, LocalDate.now(clock));
        if (!faults.isEmpty()) {
            throw new Invalid("有 " + faults.size() + " 处需要更正，没有保存。", faults);
        }
        StandIn wanted = new StandIn(
                0,
                userId,
                wish.deputy(),
                wish.first().orElseThrow(),
                wish.last().orElseThrow(),
                wish.reason(),
                by.userId(),
                null,
                null);
        StandIn added = table.find(table.add(wanted, clock.instant())).orElseThrow();
        record(added, "安排代办", by.userId(), added.reason());
        mails.appointed(added);
        return added;
    }

    /** @param userId whose stand-in it is */
    @Transactional
    public void end(Actor by, String userId, long id) {
        requireMay(by, userId);
        StandIn standIn = table.find(id)
                .filter(found -> found.absent().equals(userId))
                .orElseThrow(() -> new Invalid("没有这次代办，请刷新页面后再看。", Map.of()));
        if (standIn.isOver(LocalDate.now(clock)) || !end(standIn, by.userId(), "提前结束")) {
            throw new Invalid("这次代办已经结束，请刷新页面后再看。", Map.of());
        }
    }

    /** Its days are over: nobody has to do anything. */
    @Transactional
    public void settle(long id) {
        if (table.settle(id, clock.instant())) {
            table.find(id).ifPresent(this::over);
        }
    }

    @EventListener
    void on(AccountMoved moved) {
        LocalDate today = LocalDate.now(clock);
        table.within(Set.of(moved.userId()), today, LocalDate.MAX.withYear(9999)).stream()
                .filter(standIn -> !fits(standIn))
                .forEach(standIn -> end(standIn, NOBODY, UNFIT));
    }

    private boolean fits(StandIn standIn) {
        return accounts.byId(standIn.absent())
                .filter(absent -> accounts.byId(standIn.deputy())
                        .filter(deputy -> peers.are(absent, deputy))
                        .isPresent())
                .isPresent();
    }

    private boolean end(StandIn standIn, String by, String why) {
        boolean ended = table.end(standIn.id(), by, why, clock.instant());
        if (ended) {
            record(standIn, "结束代办", by, why);
            mails.ended(standIn, by, why);
            over(standIn);
        }
        return ended;
    }

    private void over(StandIn standIn) {
        events.publishEvent(new StandInOver(standIn.id(), standIn.absent(), standIn.deputy()));
    }

    private void record(StandIn standIn, String action, String by, String note) {
        Account absent = accounts.byId(standIn.absent()).orElseThrow();
        String deputy = accounts.byId(standIn.deputy()).map(Account::name).orElse(standIn.deputy());
        String what = standIn.days() + "，由" + deputy + "（" + standIn.deputy() + "）代办";
        changes.record(
                new Done(
                        Subject.person(absent.userId()),
                        absent.version(),
                        action,
                        List.of(),
                        note.isEmpty() ? what : what + "。" + note),
                by);
    }

    private static void requireMay(Actor by, String userId) {
        if (!by.userId().equals(userId) && !by.is(Role.OPS_SUPERVISOR)) {
            throw new NotYours("只有本人和运营公司主管可以安排代办。");
        }
    }
}

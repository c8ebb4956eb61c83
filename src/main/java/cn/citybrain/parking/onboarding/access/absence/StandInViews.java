package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountProblem.Unknown;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stand-ins as the pages show them. */
@Component
class StandInViews {

    private static final int PAST_DAYS = 30;

    private final StandInTable table;
    private final AccountList accounts;
    private final Peers peers;
    private final CompanyPeople people;
    private final Clock clock;

    StandInViews(StandInTable table, AccountList accounts, Peers peers, CompanyPeople people, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.peers = peers;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param absent name, as are deputy and by
     * @param state COMING, NOW or OVER
     */
    record Row(
            long id,
            String absent,
            String deputy,
            LocalDate from,
            LocalDate until,
            String reason,
            String by,
            String state,
            String stateText) {}

    /**
     * @param own when the person is away, the latest first
     * @param others whose tasks the person does meanwhile
     * @param peers who can do the person's tasks
     * @param works whether the person has tasks at all
     */
    record View(List<Row> own, List<Row> others, List<Peers.Peer> peers, boolean works, LocalDate today) {}

    View of(String userId) {
        Account account = accounts.byId(userId).orElseThrow(() -> new Unknown(userId));
        LocalDate today = LocalDate.now(clock);
        List<StandIn> all = table.of(userId, today.minusDays(PAST_DAYS));
        Map<String, String> names = people.names(all.stream()
                .flatMap(one -> Stream.of(one.absent(), one.deputy(), one.appointedBy()))
                .collect(Collectors.toSet()));
        boolean works = account.state() == AccountState.ACTIVE && Peers.hasTasks(account);
        return new View(
                rows(all.stream().filter(one -> one.absent().equals(userId)), names, today),
                rows(all.stream().filter(one -> one.deputy().equals(userId)), names, today),
                works ? peers.of(account) : List.of(),
                works,
                today);
    }

    private static List<Row> rows(Stream<StandIn> all, Map<String, String> names, LocalDate today) {
        return all.map(one -> row(one, names, today)).toList();
    }

    private static Row row(StandIn one, Map<String, String> names, LocalDate today) {
        boolean over = one.isOver(today);
        boolean coming = !over && one.from().isAfter(today);
        String ended = one.endedWhy() == null ? "已结束" : "已结束：" + one.endedWhy();
        return new Row(
                one.id(),
                names.get(one.absent()),
                names.get(one.deputy()),
                one.from(),
                one.until(),
                one.reason(),
                names.get(one.appointedBy()),
                over ? "OVER" : coming ? "COMING" : "NOW",
                over ? ended : coming ? "还没开始" : "进行中");
    }
}

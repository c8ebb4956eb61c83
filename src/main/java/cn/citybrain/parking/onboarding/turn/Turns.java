package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is for applications and for lots: who may see them is the caller's to know. A list costs a fixed number of
 * statements, however long it is.
 */
// the turns of those who begin applications are called so too
@Component("turnsOfProcesses")
public class Turns {

    private final Steps steps;
    private final Applications applications;
    private final LotBindings bindings;
    private final ConnectedLots connected;
    private final LotFactsReader lots;
    private final CompanyPeople people;
    private final StandIns standIns;
    private final Filers filers;
    private final LotTasks lotTasks;
    private final Clock clock;

    Turns(
            Steps steps,
            Applications applications,
            LotBindings bindings,
            ConnectedLots connected,
            LotFactsReader lots,
            CompanyPeople people,
            StandIns standIns,
            Filers filers,
            LotTasks lotTasks,
            Clock clock) {
        this.steps = steps;
        this.applications = applications;
        this.bindings = bindings;
        this.connected = connected;
        this.lots = lots;
        this.people = people;
        this.standIns = standIns;
        this.filers = filers;
        this.lotTasks = lotTasks;
        this.clock = clock;
    }

    /** By binding, in the words of a reader; of each at least one. */
    public Map<Long, List<SeenTurn>> ofLots(Actor actor, Collection<LotBinding> wanted) {
        Map<Long, List<Turn>> turns = ofLots(wanted);
        Reader reader = reader(actor, turns.values());
        Set<String> own = filers.ownOf(
                actor, wanted.stream().map(LotBinding::applicationNo).collect(Collectors.toSet()));
        Map<Long, List<SeenTurn>> seen = new HashMap<>();
        wanted.forEach(lot -> seen.put(
                lot.id(), reader.sees(turns.get(lot.id()), lot.tenantId(), own.contains(lot.applicationNo()))));
        return seen;
    }

    /**
     * By number, in the words of a reader; of each at least one. Of the application as a whole: of its lots it is told how many
     * of them wait, and how many for this reader.
     */
    public Map<String, List<SeenTurn>> ofApplications(Actor actor, Collection<Application> wanted) {
        Map<String, List<Turn>> turns = ofApplications(wanted);
        Reader reader = reader(actor, turns.values());
        Set<String> own = filers.ownOf(actor, turns.keySet());
        Map<String, List<SeenTurn>> seen = new LinkedHashMap<>();
        wanted.forEach(
                one -> seen.put(one.no(), reader.sees(turns.get(one.no()), one.tenantId(), own.contains(one.no()))));
        lotTasks.of(actor, withLots(turns))
                .forEach((no, tasks) -> seen.computeIfPresent(no, (any, told) -> with(tasks, told)));
        return seen;
    }

    private static List<String> withLots(Map<String, List<Turn>> turns) {
        return turns.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(turn -> turn.whose() instanceof Whose.TheLots))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The reader's own first, as everywhere. */
    private static List<SeenTurn> with(LotTasks.Own tasks, List<SeenTurn> told) {
        String lots = new Whose.TheLots().title();
        return told.stream()
                .map(turn -> turn.who().equals(lots) ? turn.with(tasks) : turn)
                .sorted(Comparator.comparing(turn -> !turn.mine()))
                .toList();
    }

    /** As {@link #ofLots(Actor, Collection)}, before anybody reads it. */
    public Map<Long, List<Turn>> ofLots(Collection<LotBinding> wanted) {
        Map<Long, List<Step>> found = steps.of(List.of(), wanted).stream()
                .collect(Collectors.groupingBy(step -> step.at().bindingId()));
        return lots.of(wanted).stream()
                .collect(Collectors.toMap(
                        lot -> lot.binding().id(),
                        lot -> LotTurns.of(lot, found.getOrDefault(lot.binding().id(), List.of()))));
    }

    /** As {@link #ofApplications(Actor, Collection)}, before anybody reads it. */
    public Map<String, List<Turn>> ofApplications(Collection<Application> wanted) {
        List<String> numbers = wanted.stream().map(Application::no).toList();
        Map<String, List<Step>> found = steps.of(numbers, List.of()).stream()
                .collect(Collectors.groupingBy(step -> step.at().applicationNo()));
        Map<String, Map<BindingState, Integer>> progress = bindings.progress(wanted.stream()
                .filter(one -> !one.state().comesBeforeLots())
                .map(Application::no)
                .toList());
        return wanted.stream()
                .collect(Collectors.toMap(
                        Application::no,
                        one -> ApplicationTurns.of(
                                ApplicationFacts.of(one, progress.get(one.no())),
                                found.getOrDefault(one.no(), List.of()))));
    }

    /** As {@link #ofApplications(Actor, Collection)}, of those numbers that this person may see. */
    public Map<String, List<SeenTurn>> ofNumbers(Actor actor, Collection<String> numbers) {
        return ofApplications(
                actor,
                applications.byNos(Set.copyOf(numbers)).stream()
                        .filter(one -> maySee(actor, one))
                        .toList());
    }

    /** Of the lots of an application, by binding: all to who may see it, to a vendor those that it connects. */
    public Map<Long, List<SeenTurn>> ofLotsOf(Actor actor, String no) {
        boolean seen = applications.find(no).filter(one -> maySee(actor, one)).isPresent();
        List<LotBinding> all = bindings.ofApplication(no);
        return ofLots(actor, seen ? all : connected.among(all, actor));
    }

    /** A draft is its own company's alone. */
    private static boolean maySee(Actor actor, Application one) {
        return actor.sees(one.tenantId())
                && (one.state() != ApplicationState.DRAFT || actor.tenants().contains(one.tenantId()));
    }

    private Reader reader(Actor actor, Collection<List<Turn>> turns) {
        Set<String> assignees = turns.stream()
                .flatMap(List::stream)
                .map(Turn::task)
                .filter(Objects::nonNull)
                .map(Turn.Task::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> absent =
                standIns.ofDeputy(actor.userId()).stream().map(StandIn::absent).collect(Collectors.toSet());
        return new Reader(actor, clock.instant(), people.names(assignees), absent);
    }
}

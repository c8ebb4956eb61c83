package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The applications of one channel. */
public final class Applications {

    private final ChannelOffice office;
    private final Book<Application> book;
    private final SimulatorStore store;
    private final Clock clock;

    Applications(ChannelOffice office, Book<Application> book, SimulatorStore store, Clock clock) {
        this.office = office;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Application> all() {
        return book.all();
    }

    public Optional<Application> find(String no) {
        return book.find(no);
    }

    /** @throws NoSuchElementException if there is none */
    public Application required(String no) {
        return find(no).orElseThrow(() -> new NoSuchElementException("没有申请单 " + no));
    }

    /**
     * Takes an application in. One that is there already keeps its reference, account, link code and facts. With the
     * autopilot on, the channel takes its first step at once.
     *
     * @param replaceable throws the channel's own refusal where the one that is there may not be replaced
     */
    public Application submit(Application asked, Consumer<Application> replaceable) {
        return office.alone(() -> {
            Optional<Application> before = find(asked.no());
            before.ifPresent(replaceable);
            Map<String, String> facts =
                    new HashMap<>(before.map(Application::facts).orElse(Map.of()));
            facts.putAll(asked.facts());
            Application taken = new Application(
                    asked.no(),
                    before.map(Application::reference).orElse(asked.reference()),
                    asked.title(),
                    asked.state(),
                    asked.message(),
                    List.of(),
                    asked.content(),
                    before.map(Application::account).orElse(""),
                    before.map(Application::linkCode).orElseGet(() -> Numbers.letters(24)),
                    clock.instant(),
                    before.map(Application::submissions).orElse(0) + 1,
                    facts);
            book.put(taken.no(), taken);
            return office.autopilot().on() ? advance(taken.no()) : taken;
        });
    }

    /** Changes an application that is in one of these states; the platform is told, where the channel does so. */
    public Application move(String no, Set<String> from, UnaryOperator<Application> change) {
        return office.alone(() -> {
            Application application = required(no);
            if (!from.contains(application.state())) {
                throw new IllegalStateException("申请单 " + no + " 的状态是“" + words(application) + "”，不能这样办理");
            }
            return store.inTransaction(() -> {
                Application changed = book.put(no, change.apply(application));
                office.channel().moved(changed, office);
                return changed;
            });
        });
    }

    /** The next normal step of the channel towards the open account. */
    public Application advance(String no) {
        return office.alone(() -> {
            Application application = required(no);
            office.channel().actions(application, office).stream()
                    .filter(action -> action.kind() == Action.Kind.NEXT)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("申请单 " + no + " 的状态是“" + words(application) + "”，没有下一步要由渠道办理"))
                    .run(Inputs.NONE);
            return required(no);
        });
    }

    private String words(Application application) {
        return office.channel().words(application).text();
    }
}

package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The lots that want to collect through one channel, and the audit of each. */
public final class Lots {

    private final ChannelOffice office;
    private final Book<Lot> book;
    private final SimulatorStore store;
    private final Clock clock;

    Lots(ChannelOffice office, Book<Lot> book, SimulatorStore store, Clock clock) {
        this.office = office;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Lot> all() {
        return book.all();
    }

    public Optional<Lot> find(String reference) {
        return all().stream().filter(lot -> lot.reference().equals(reference)).findFirst();
    }

    /** By the merchant's number and the platform's of the lot. */
    public Optional<Lot> find(String account, String outNo) {
        return book.find(account + "-" + outNo);
    }

    /** @throws NoSuchElementException if there is none */
    public Lot required(String reference) {
        return find(reference).orElseThrow(() -> new NoSuchElementException("没有停车场申请 " + reference));
    }

    /** The same number again is the same application, unless it was rejected or withdrawn (assumed). */
    public Lot submit(Lot asked) {
        return office.alone(() -> {
            Optional<Lot> before = find(asked.account(), asked.outNo());
            if (before.isPresent()
                    && (before.get().state() == Lot.State.AUDITING
                            || before.get().state() == Lot.State.PASSED)) {
                return before.get();
            }
            Lot taken = put(asked.taken(office.channel().lotReference(asked), clock.instant()));
            return office.autopilot().on() ? pass(taken.reference()) : taken;
        });
    }

    /** For channels that register a lot the moment it is asked for. */
    public Lot register(Lot asked) {
        return office.alone(() -> {
            Lot submitted = submit(asked);
            return submitted.state() == Lot.State.PASSED ? submitted : pass(submitted.reference());
        });
    }

    public Lot pass(String reference) {
        return decide(reference, Lot.State.PASSED, "", office.channel().lotNumber(required(reference)));
    }

    public Lot refuse(String reference, String reason) {
        return decide(reference, Lot.State.REJECTED, reason == null ? "" : reason, "");
    }

    /** What the platform does, as long as the lot is being audited; anything else stays as it stands. */
    public Lot withdraw(String reference) {
        return office.alone(() -> required(reference).state() == Lot.State.AUDITING
                ? decide(reference, Lot.State.WITHDRAWN, "", "")
                : required(reference));
    }

    private Lot decide(String reference, Lot.State state, String reason, String number) {
        return office.alone(() -> {
            Lot lot = required(reference);
            if (lot.state() != Lot.State.AUDITING) {
                throw new IllegalStateException("停车场“" + lot.name() + "”的审核已结束");
            }
            return store.inTransaction(() -> {
                Lot decided = put(lot.in(state, reason, number));
                office.channel().moved(decided, office);
                return decided;
            });
        });
    }

    private Lot put(Lot lot) {
        return book.put(lot.account() + "-" + lot.outNo(), lot);
    }
}

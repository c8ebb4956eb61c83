package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Accounts;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Autopilot;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.book.MediaFile;
import cn.citybrain.parking.onboarding.simulator.channel.book.MediaFiles;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.book.Refund;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Visits;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Faults;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notices;
import java.time.Clock;
import java.util.function.Supplier;

/** Everything that one channel remembers. */
public final class ChannelOffice {

    private final SimulatedChannel channel;
    private final Autopilot autopilot;
    private final Faults faults;
    private final Notices notices;
    private final Accounts accounts;
    private final MediaFiles media;
    private final Applications applications;
    private final Lots lots;
    private final Agreements agreements;
    private final Visits visits;
    private final Orders orders;
    private final Refunds refunds;

    ChannelOffice(
            SimulatedChannel channel,
            SimulatorStore store,
            Ledger ledger,
            PlatformAddress platform,
            JsonText json,
            Clock clock) {
        this.channel = channel;
        Books books = new Books(store, channel.code());
        autopilot = new Autopilot(books.of("setting", Boolean.class));
        faults = new Faults(channel, books.of("fault", Fault.class));
        notices = new Notices(
                books.of("notice", Notice.class), faults, channel.profile().noticeWire(), platform, json, clock);
        accounts = new Accounts(books.of("account", Account.class));
        media = new MediaFiles(books.of("media", MediaFile.class));
        applications = new Applications(this, books.of("application", Application.class), store, clock);
        lots = new Lots(this, books.of("lot", Lot.class), store, clock);
        agreements = new Agreements(channel, books.of("agreement", Agreement.class));
        visits = new Visits(books.of("visit", Visit.class));
        orders = new Orders(this, books.of("order", Order.class), store, ledger, clock);
        refunds = new Refunds(this, books.of("refund", Refund.class), store, clock);
    }

    private record Books(SimulatorStore store, String channel) {

        <T> Book<T> of(String name, Class<T> type) {
            return new Book<>(store, channel, name, type);
        }
    }

    /**
     * Looks and writes while nobody else does at this channel: of two requests with one number that come at the same time, the second
     * finds what the first has left. Nothing is sent meanwhile.
     */
    public synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    public SimulatedChannel channel() {
        return channel;
    }

    public Autopilot autopilot() {
        return autopilot;
    }

    public Faults faults() {
        return faults;
    }

    public Notices notices() {
        return notices;
    }

    public Accounts accounts() {
        return accounts;
    }

    public MediaFiles media() {
        return media;
    }

    public Applications applications() {
        return applications;
    }

    public Lots lots() {
        return lots;
    }

    public Agreements agreements() {
        return agreements;
    }

    public Visits visits() {
        return visits;
    }

    public Orders orders() {
        return orders;
    }

    public Refunds refunds() {
        return refunds;
    }
}

package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.faults.Cut;
import cn.citybrain.parking.onboarding.faults.Cut.Loss;
import cn.citybrain.parking.onboarding.faults.Cut.Way;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.faults.TcpProxy;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds.Call;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is between us and each channel breaks while we charge, ask and give money back: the network itself. */
@OnboardingTest
@Tag("faults")
class LineFaultsTest {

    private static final Duration TRAVEL = Duration.ofMillis(300);

    @Autowired
    ApplicationContext app;

    @Autowired
    TcpProxy network;

    EveryChannel wire;

    /** A lot that each channel knows. */
    final Map<Channel, LotRegistration> known = new EnumMap<>(Channel.class);

    /** Rounds that no channel had charged when the network passed everything on again. */
    final Set<Round> notReached = new HashSet<>();

    private enum Break {
        REQUEST_LOST,
        REQUEST_TORN,
        ANSWER_LOST,
        ANSWER_TORN,
        REFUSED,
        IDLE_CONNECTIONS_DEAD
    }

    private static final Set<Break> BEFORE_THE_CHANNEL =
            EnumSet.of(Break.REQUEST_LOST, Break.REQUEST_TORN, Break.REFUSED);

    @BeforeEach
    void set() {
        wire = new EveryChannel(app);
        for (Channel channel : Channel.values()) {
            known.put(channel, wire.registration(wire.lot(channel)));
        }
    }

    @AfterEach
    void close() {
        network.pass();
        known.keySet().forEach(this::reconnect);
        wire.close();
    }

    @Test
    void whereverTheConnectionEndsItIsChargedAndGivenBackOnce() {
        Books books = new Books("The connection to a channel ends at any place", wire.bench, wire::charged);
        MoneyRounds money = new MoneyRounds(app, wire, books);
        for (Round round : rounds()) {
            reconnect(round.channel());
            money.play(List.of(round), this::breakOff, this::pass);
            assertThat(network.planned()).as("%s happened", round).isZero();
            if (round.call() == Call.DEDUCT && BEFORE_THE_CHANNEL.contains(Break.valueOf(round.fault()))) {
                // a question that met the break was asked again, and the charge after it arrived; a charge that did was
                // sent again
                assertThat(sends(round) > 1).as("%s: sent again", round).isEqualTo(notReached.contains(round));
            }
        }
        books.close();
    }

    /** In verify each fault meets each channel at one call, chosen by the dice. */
    private List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (Break fault : Break.values()) {
            for (Channel channel : Channel.values()) {
                Call chosen = Call.values()[Effort.dice("line", rounds.size()).nextInt(Call.values().length)];
                List<Call> tried = Effort.isLong() ? List.of(Call.values()) : List.of(chosen);
                tried.forEach(call -> rounds.add(new Round(channel, call, fault.name(), wire.lot(channel))));
            }
        }
        return rounds;
    }

    /** What a client has given up may arrive at the channel later, when the network passes things on again. */
    @Test
    void whatArrivesAfterTheDeadlineIsChargedAndGivenBackOnce() {
        play(
                "A connection falls silent, requests arrive after the deadline",
                Call.DEDUCT,
                network::halfOpen,
                this::passAndAwaitCharges);
        assertThat(notReached).as("nothing passed before").hasSize(Channel.values().length);
    }

    /** Requests on connections that the channel has closed meanwhile are lost; the others arrive now. */
    private void passAndAwaitCharges(List<Round> rounds) {
        pass(rounds);
        Awaitility.await("a charge that arrives late")
                .until(() -> rounds.stream().anyMatch(this::charged));
    }

    private void pass(List<Round> rounds) {
        rounds.stream().filter(round -> !charged(round)).forEach(notReached::add);
        network.pass();
    }

    private int sends(Round round) {
        return wire.bench.deductions.latest(round.lot().id()).orElseThrow().sends();
    }

    private boolean charged(Round round) {
        return wire.bench.deductions.of(round.lot().id()).stream()
                .anyMatch(deduction -> wire.charged(deduction.outTradeNo()) > 0);
    }

    @Test
    void howeverSlowTheNetworkIsItIsChargedAndGivenBackOnce() {
        network.delay(TRAVEL);
        known.keySet().forEach(this::assertSlow);
        network.pass();
        play("Each piece travels 300 ms", Call.REFUND, () -> network.delay(TRAVEL), mended -> {});
    }

    /** A question and its answer are a piece each, at least. */
    private void assertSlow(Channel channel) {
        long asked = System.nanoTime();
        wire.adapter(channel).lots().state(known.get(channel));
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("%s", channel)
                .isGreaterThanOrEqualTo(TRAVEL.multipliedBy(2));
    }

    /** The same at all channels at once; in verify at one call. */
    private void play(String scenario, Call inVerify, Runnable breaks, Consumer<List<Round>> mends) {
        Books books = new Books(scenario, wire.bench, wire::charged);
        MoneyRounds money = new MoneyRounds(app, wire, books);
        for (Call call : Effort.isLong() ? List.of(Call.values()) : List.of(inVerify)) {
            List<Round> rounds = everywhere(call, scenario);
            known.keySet().forEach(this::reconnect);
            money.play(rounds, round -> breaks.run(), mends);
            network.pass();
        }
        books.close();
    }

    /** The break may last longer than one call: a question over a fresh connection is not repeated. */
    private void reconnect(Channel channel) {
        Awaitility.await("a call to " + channel + " gets through")
                .ignoreExceptions()
                .until(() -> {
                    wire.adapter(channel).lots().state(known.get(channel));
                    return true;
                });
    }

    private List<Round> everywhere(Call call, String fault) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Round(channel, call, fault, wire.lot(channel)))
                .toList();
    }

    private void breakOff(Round round) {
        switch (Break.valueOf(round.fault())) {
            case REQUEST_LOST -> network.plan(Cut.next(Way.TO_SERVER, Loss.PIECE));
            case REQUEST_TORN -> network.plan(Cut.next(Way.TO_SERVER, Loss.HALF));
            case ANSWER_LOST -> network.plan(Cut.next(Way.TO_SERVER, Loss.ANSWER));
            case ANSWER_TORN -> network.plan(Cut.next(Way.TO_CLIENT, Loss.HALF));
            case REFUSED -> network.refuse();
            case IDLE_CONNECTIONS_DEAD -> network.cutAll();
        }
    }
}

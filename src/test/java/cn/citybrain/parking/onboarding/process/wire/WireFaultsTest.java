package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds.Call;
import cn.citybrain.parking.onboarding.process.fault.MoneyRounds.Round;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each channel answers wrongly in every way, while it charges, is asked, and while money goes back. */
@OnboardingTest
@Tag("faults")
class WireFaultsTest {

    private static final Set<Kind> QUICK = EnumSet.of(
            Kind.REFUSE_UNSIGNED,
            Kind.CUT,
            Kind.DONE_THEN_ERROR,
            Kind.DONE_THEN_CUT,
            Kind.TRUNCATED,
            Kind.GARBAGE,
            Kind.MALFORMED,
            Kind.WRONG_SIGNATURE,
            Kind.UNSIGNED,
            Kind.STALE);

    /** Longer than any deadline of a channel. */
    private static final long TOO_LONG_MILLIS = 40_000;

    @Autowired
    ApplicationContext app;

    EveryChannel wire;

    @BeforeEach
    void set() {
        wire = new EveryChannel(app);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whateverTheAnswerIsItIsChargedAndGivenBackOnce() {
        Books books = new Books(
                "An answer of a channel is cut, garbled, an error, or wrongly signed", wire.bench, wire::charged);
        MoneyRounds money = new MoneyRounds(app, wire, books);
        // in verify each fault meets each channel at one call, chosen by the dice
        int turn = 0;
        for (Kind kind : QUICK) {
            for (Channel channel : Channel.values()) {
                Call chosen = Call.values()[Effort.dice("wire", turn++).nextInt(Call.values().length)];
                List<Call> tried = Effort.isLong() ? List.of(Call.values()) : List.of(chosen);
                tried.forEach(call -> money.play(List.of(round(channel, call, kind)), this::plan, mended -> {}));
            }
        }
        books.close();
    }

    @Test
    void howeverLongItTakesItIsChargedAndGivenBackOnce() {
        Books books = new Books(
                "A channel accepts and does not answer, or long after every deadline", wire.bench, wire::charged);
        Set<Kind> kinds = Effort.isLong()
                ? EnumSet.of(Kind.HOLD, Kind.DONE_THEN_HOLD, Kind.DRIP)
                : EnumSet.of(Kind.DONE_THEN_HOLD);
        List<Round> rounds = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Channel channel : Channel.values()) {
                for (Call call : Effort.isLong() ? List.of(Call.values()) : List.of(Call.DEDUCT)) {
                    rounds.add(round(channel, call, kind));
                }
            }
        }
        new MoneyRounds(app, wire, books).play(rounds, this::plan, mended -> {});
        books.close();
    }

    private Round round(Channel channel, Call call, Kind kind) {
        return new Round(channel, call, kind.name(), wire.lot(channel));
    }

    private void plan(Round round) {
        Kind kind = Kind.valueOf(round.fault());
        try {
            wire.desk(round.channel())
                    .plan(Fault.once(round.call().name(), kind)
                            .answering(kind == Kind.REFUSE_UNSIGNED ? 500 : 503, "", "")
                            .holding(TOO_LONG_MILLIS));
        } catch (IllegalStateException impossibleHere) {
            assertThat(impossibleHere).hasMessageContaining("不会出现");
        }
    }
}

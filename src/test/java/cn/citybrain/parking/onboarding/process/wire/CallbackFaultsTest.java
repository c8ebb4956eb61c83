package cn.citybrain.parking.onboarding.process.wire;

import static cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome.INVALID;
import static cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.ExpectedAnswer;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.wire.RawCallback.Reply;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What channels call back, over HTTP, in every way it can go wrong: each gets the right answer, and an effect once at most. */
@OnboardingTest
@Tag("faults")
class CallbackFaultsTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FieldCipher cipher;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Refunds refunds;

    @LocalServerPort
    int port;

    EveryChannel wire;
    long seen;

    @BeforeEach
    void set() {
        wire = new EveryChannel(app);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void repeatedStaleAndForgedCallbacksChangeNothing(Channel channel) {
        Deduction charge = unanswered(channel);
        Notice notice = notice(channel, charge.outTradeNo());
        assertThat(wire.desk(channel).deliver(notice.id()).taken()).isTrue();
        assertThat(state(charge)).isEqualTo(DeductionState.SUCCEEDED);
        long steps = steps(charge);
        RawCallback genuine = received(channel, charge.outTradeNo());

        assertAnswer(channel, genuine.post(port), TAKEN);
        assertThat(deliveries(channel, charge.outTradeNo())).isEqualTo(2);

        refused(channel);
        for (RawCallback forged : genuine.forgeries()) {
            assertAnswer(channel, forged.post(port), INVALID);
            assertThat(refused(channel)).as("kept as evidence").isEqualTo(1);
        }
        wire.bench.bench.clock.advance(Duration.ofDays(2));
        assertAnswer(channel, genuine.post(port), ChannelFixtures.of(channel).datesCallbacks() ? INVALID : TAKEN);
        assertThat(steps(charge)).isEqualTo(steps);
        assertThat(state(charge)).isEqualTo(DeductionState.SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void whatNobodyCanReadIsRefusedInTheChannelsOwnWay(Channel channel) {
        for (String body :
                List.of("", "{", "null", "[]", "=&=", "a=1&a=2", "TransId=%zz", "sign=%E4%B8", "\u0000\uffff")) {
            for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
                RawCallback unreadable =
                        new RawCallback("/callbacks/" + channel.code(), Map.of("content-type", type), body);
                assertAnswer(channel, unreadable.post(port), INVALID);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aCallbackAboutWhatWeDoNotKnowIsTakenAndKeptWithoutEffect(Channel channel) {
        LotBinding lot = wire.lot(channel);
        String number = "UNKNOWN" + lot.id();
        chargeBehindOurBack(channel, lot, number);
        assertThat(wire.desk(channel).deliver(notice(channel, number).id()).taken())
                .isTrue();
        assertThat(received(channel, number).body()).isNotEmpty();
        assertThat(wire.bench.deductions.of(lot.id())).isEmpty();
        assertThat(wire.bench.state(lot)).isEqualTo(BindingState.TESTING);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aCallbackThatContradictsWhatIsSettledIsTakenAndKeptAndChangesNothing(Channel channel) {
        LotBinding lot = wire.aboutToCharge(channel);
        wire.desk(channel).plan(Fault.once("NOTIFY", Fault.Kind.NOTICE_OTHER_AMOUNT));
        wire.bench.deductions.advance(lot.id(), wire.bill(lot));
        // some channels take the charge in first and tell when asked
        wire.bench.bench.clock.advance(Duration.ofSeconds(30));
        wire.bench.deductions.advance(lot.id(), wire.bill(lot));
        Deduction charge = wire.bench.deductions.latest(lot.id()).orElseThrow();
        assertThat(charge.state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(wire.desk(channel)
                        .deliver(notice(channel, charge.outTradeNo()).id())
                        .taken())
                .isTrue();
        assertThat(state(charge)).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(jdbc.sql("SELECT count(*) FROM deduction_step WHERE deduction_id = ? AND kind = 'CONTRADICTED'")
                        .param(charge.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        wire.bench.work(lot);
        assertThat(wire.bench.state(lot)).isEqualTo(BindingState.LIVE);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aCallbackThatTellsOfAnotherAmountIsNoSuccess(Channel channel) {
        Deduction charge = unanswered(channel, true);
        wire.desk(channel).deliver(notice(channel, charge.outTradeNo()).id());
        assertThat(state(charge)).isEqualTo(DeductionState.DISPUTED);
        LotBinding lot = wire.bench.bench.bindings.byId(charge.bindingId()).orElseThrow();
        wire.bench.bench.clock.advance(Duration.ofMinutes(6));
        wire.bench.pass(lot);
        assertThat(wire.bench.state(lot)).isEqualTo(BindingState.TESTING);
        assertThat(wire.bench.bench.steps(ProcessBench.gate(lot))).containsExactly("userTask_disputed");
    }

    /** What a callback says is no ground for moving money: the channel is asked what it charged, and that goes back. */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void whatTheChannelReallyChargedGoesBackWhateverACallbackSaid(Channel channel) {
        Deduction charge = unanswered(channel, true);
        wire.desk(channel).deliver(notice(channel, charge.outTradeNo()).id());
        assertThat(latest(charge).chargedAmount()).isNotEqualTo(charge.amount());
        assertThatThrownBy(() -> refunds.request(charge.id(), "supervisor-test", "金额不符"))
                .hasMessageContaining("正在向渠道核对实际扣款金额");

        wire.bench.bench.clock.advance(Duration.ofSeconds(5));
        wire.bench.reconciliation.sweep();
        assertThat(state(charge)).isEqualTo(DeductionState.DISPUTED);
        assertThat(latest(charge).chargedAmount()).isEqualTo(charge.amount());

        long refund = refunds.request(charge.id(), "supervisor-test", "金额不符");
        refunds.approve(refund, "supervisor2-test");
        wire.bench.reconciliation.sweep();
        wire.bench.bench.clock.advance(Duration.ofMinutes(10));
        wire.bench.reconciliation.sweep();
        assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
        assertThat(refunds.byId(refund).orElseThrow().amount()).isEqualTo(charge.amount());
        assertThat(wire.refunded(channel, refunds.byId(refund).orElseThrow().outRefundNo(), charge.outTradeNo()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aLostCallbackCostsOneIntervalAndIsCounted(Channel channel) {
        double missed = missed();
        Deduction charge = unanswered(channel);
        wire.bench.bench.clock.advance(Duration.ofSeconds(30));
        wire.bench.reconciliation.sweep();
        assertThat(state(charge)).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(missed()).isEqualTo(missed + 1);
        // it was only late
        assertThat(wire.desk(channel)
                        .deliver(notice(channel, charge.outTradeNo()).id())
                        .taken())
                .isTrue();
        assertThat(state(charge)).isEqualTo(DeductionState.SUCCEEDED);
    }

    /** Callbacks, true and contradicting, many at once, against queries and against the node that charges. */
    @Test
    void aStormOfCallbacksHasOneEffect() {
        Books books = new Books(
                "Repeated, late and contradicting callbacks against queries, all at once", wire.bench, wire::charged);
        for (int round = 0; round < Effort.rounds(6, 120); round++) {
            Channel channel = Channel.values()[round % Channel.values().length];
            boolean contradicting = Effort.dice("callbacks", round).nextInt(3) == 0;
            Deduction charge = unanswered(channel, contradicting);
            LotBinding lot = wire.bench.bench.bindings.byId(charge.bindingId()).orElseThrow();
            String notice = notice(channel, charge.outTradeNo()).id();
            wire.bench.bench.clock.advance(Duration.ofSeconds(30));
            List<Runnable> storm = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                storm.add(() -> wire.desk(channel).deliver(notice));
            }
            storm.add(() -> wire.bench.deductions.advance(lot.id(), charge.billId()));
            storm.add(wire.bench.reconciliation::sweep);
            wire.together(storm, Runnable::run);
            wire.bench.work(lot);
            String name = "seed %d, round %d, %s".formatted(Effort.seed(), round, channel);
            books.judge(lot, name);
            assertThat(decisions(charge)).as(name).isEqualTo(1);
            boolean live = wire.bench.state(lot) == BindingState.LIVE;
            assertThat(live).as(name).isEqualTo(state(charge) == DeductionState.SUCCEEDED);
            assertThat(live || contradicting).as(name).isTrue();
        }
        books.close();
    }

    private Deduction unanswered(Channel channel) {
        return unanswered(channel, false);
    }

    /** Charged, but the answer was cut; the callback will tell of another amount, or the truth. */
    private Deduction unanswered(Channel channel, boolean otherAmount) {
        LotBinding lot = wire.aboutToCharge(channel);
        if (otherAmount) {
            wire.desk(channel).plan(Fault.once("NOTIFY", Fault.Kind.NOTICE_OTHER_AMOUNT));
        }
        wire.desk(channel).plan(Fault.once("DEDUCT", Fault.Kind.DONE_THEN_CUT));
        wire.bench.deductions.advance(lot.id(), wire.bill(lot));
        Deduction charge = wire.bench.deductions.latest(lot.id()).orElseThrow();
        assertThat(charge.state()).isEqualTo(DeductionState.UNKNOWN);
        return charge;
    }

    private void chargeBehindOurBack(Channel channel, LotBinding lot, String number) {
        var now = wire.bench.bench.clock.instant();
        LotRegistration registration = wire.registration(lot);
        Visit visit = new Visit(
                registration,
                new cn.citybrain.parking.onboarding.channel.vehicle.Plate(
                        EveryChannel.plate(lot.id()), 1, "openid-" + lot.id()),
                "V" + number,
                "",
                now.minusSeconds(3600),
                now.minusSeconds(60));
        EntryResult entered = wire.adapter(channel).vehicles().entered(visit);
        Visit inside = new Visit(
                registration,
                visit.plate(),
                visit.visitNo(),
                entered instanceof EntryResult.Admitted admitted ? admitted.reference() : "",
                visit.enteredAt(),
                visit.leftAt());
        wire.adapter(channel).charges().deduct(new DeductionOrder(number, inside, 500, "停车费", now));
        assertThat(wire.charged(number)).isEqualTo(1);
    }

    private Notice notice(Channel channel, String about) {
        return wire.desk(channel).notices().stream()
                .filter(notice -> notice.content().contains(about))
                .findFirst()
                .orElseThrow();
    }

    private RawCallback received(Channel channel, String about) {
        return jdbc.sql("SELECT raw, content_sha256 FROM channel_message WHERE channel = ? AND subject = ?"
                        + " AND outcome = 'TAKEN'")
                .params(channel.code(), about)
                .query((row, n) -> RawCallback.read(
                        cipher.decrypt(row.getBytes("raw"), "channel_message:" + row.getString("content_sha256"))))
                .single();
    }

    private static void assertAnswer(Channel channel, Reply reply, Outcome outcome) {
        ExpectedAnswer expected = ChannelFixtures.of(channel).answer(outcome);
        assertThat(expected.fits(reply.status(), reply.body()))
                .as("%s answers %s: %s, wanted %s", channel, outcome, reply, expected)
                .isTrue();
    }

    private int deliveries(Channel channel, String about) {
        return jdbc.sql("SELECT deliveries FROM channel_message WHERE channel = ? AND subject = ?")
                .params(channel.code(), about)
                .query(Integer.class)
                .single();
    }

    /** How many refused callbacks were kept since the last look. */
    private long refused(Channel channel) {
        long kept = jdbc.sql("SELECT count(*) FROM channel_message WHERE channel = ? AND outcome = 'REFUSED'")
                .param(channel.code())
                .query(Long.class)
                .single();
        long before = seen;
        seen = kept;
        return kept - before;
    }

    private DeductionState state(Deduction charge) {
        return latest(charge).state();
    }

    private Deduction latest(Deduction charge) {
        return wire.bench.deductions.byId(charge.id()).orElseThrow();
    }

    private long steps(Deduction charge) {
        return jdbc.sql("SELECT count(*) FROM deduction_step WHERE deduction_id = ?")
                .param(charge.id())
                .query(Long.class)
                .single();
    }

    private int decisions(Deduction charge) {
        return jdbc.sql("SELECT count(*) FROM deduction_step WHERE deduction_id = ?"
                        + " AND kind IN ('SUCCEEDED', 'FAILED', 'DISPUTED')")
                .param(charge.id())
                .query(Integer.class)
                .single();
    }

    private double missed() {
        return meters.counter("onboarding.callbacks.missed").count();
    }
}

package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.task.Task;

/** One application at one channel over the wire: everybody who works on it, on our side and at the channel's desk. */
final class WiredApplication {

    private static final String OPERATOR = "operator-test";
    private static final Duration POLL = Duration.ofMinutes(11);
    private static final int ROUNDS = 30;
    private static final AtomicLong NUMBERS = new AtomicLong(300_000_000_000L);
    /** How the desk words what a merchant does behind a link. */
    private static final String FOR_THE_MERCHANT = "替商户";

    final String no;
    final Channel channel;
    final ChannelFixture fixture;

    private final WireBench wire;
    private final Merchant merchant;
    private final List<ParkingLot> lots;
    /** As {@link ChannelFixture#account} made it. */
    private final String account;

    private WiredApplication(WireBench wire, Channel channel, Merchant merchant, List<ParkingLot> lots) {
        this.wire = wire;
        this.channel = channel;
        this.merchant = merchant;
        this.lots = lots;
        fixture = ChannelFixtures.of(channel);
        account = fixture.account(NUMBERS.incrementAndGet());
        no = TestApplications.begin(wire.app, channel, merchant, OPERATOR);
    }

    /** A started application for the lots of a company. */
    static WiredApplication apply(WireBench wire, Channel channel, Merchant merchant, List<ParkingLot> lots) {
        return new WiredApplication(wire, channel, merchant, lots);
    }

    /** Everybody does what there is to do, step by step, until the application is at a step. */
    WiredApplication until(String step) {
        for (int round = 0; round < ROUNDS && !wire.bench.steps(no).contains(step); round++) {
            people();
            if (!wire.bench.steps(no).contains(step)) {
                channel();
                wire.pass(POLL);
            }
        }
        assertThat(wire.bench.steps(no)).as(channel.code()).contains(step);
        return this;
    }

    /** Everybody on our side does what there is to do, until the application is with the channel. */
    WiredApplication withTheChannel() {
        for (int round = 0; round < ROUNDS && atChannel() == null; round++) {
            people();
            wire.bench.worker.runOnce();
        }
        assertThat(atChannel()).as(channel.code()).isNotNull();
        return this;
    }

    private void people() {
        wire.bench.tasks.createTaskQuery().processInstanceBusinessKey(no).list().forEach(this::work);
    }

    private void work(Task task) {
        String key = task.getTaskDefinitionKey();
        switch (key) {
            case "userTask_review", "userTask_accept" -> {
                TestReviews.accept(wire.app, no, ProcessBench.REVIEWER);
                complete(key, Map.of("reviewDecision", "accept"));
            }
            case "userTask_verifyMail", "userTask_sign" -> follow();
            case "userTask_awaitVisit" -> meet(key);
            case "userTask_installDevices" -> install(key);
            case "userTask_acceptDevices" -> complete(key, Map.of("devicesDecision", "accept"));
            case "userTask_confirmAccount" -> complete(key, Map.of("accountDecision", "confirm"));
            case "userTask_handOver" -> complete(key, Map.of());
            default -> fill(key);
        }
    }

    /** What the form asks for at this task, if it asks for anything there. */
    private void fill(String task) {
        List<Applicant.Lot> own = lots.stream()
                .map(lot -> new Applicant.Lot(lot.code(), lot.name()))
                .toList();
        FormContent form =
                fixture.forms(new Applicant(merchant, account, no, own)).get(task);
        if (form != null) {
            TestForms.submit(wire.bench.drafts, no, form, OPERATOR);
            complete(task, Map.of());
        }
    }

    private void follow() {
        String link = wire.bench.applications.byNo(no).channelLink();
        if (link != null) {
            wire.press(link);
        }
    }

    /** Agrees to the date that the channel proposed. */
    private void meet(String task) {
        Appointments appointments = wire.app.getBean(Appointments.class);
        appointments.ahead(no).ifPresent(visit -> {
            appointments.agree(no, visit.visitAt(), visit.contact(), OPERATOR);
            TestSteps.paper(wire.app, no, StepPaper.CONTRACT, OPERATOR);
            complete(task, Map.of("visitOutcome", "signed"));
        });
    }

    private void install(String task) {
        for (ParkingLot lot : lots) {
            TestSteps.device(
                    wire.app, no, lot.code(), "01", "3301%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000));
        }
        complete(task, Map.of());
    }

    void complete(String task, Map<String, Object> decision) {
        wire.bench.complete(no, task, decision);
    }

    /** The channel's next normal step, if it is not the merchant's. */
    private void channel() {
        Application known = atChannel();
        if (known != null) {
            desk().actions(known).stream()
                    .filter(action -> action.kind() == Action.Kind.NEXT)
                    .filter(action -> !action.words().startsWith(FOR_THE_MERCHANT))
                    .findFirst()
                    .ifPresent(action -> desk().command(known.no(), action.name(), Map.of()));
        }
    }

    ChannelDesk desk() {
        return wire.desk(channel);
    }

    /** The newest one as the channel has it, null if it has none; Alipay is not told our number. */
    Application atChannel() {
        return desk().applications().stream()
                .filter(known -> known.no().equals(no) || known.value("account").equals(account))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** From the open account to gates that wait for their vendors. */
    List<LotBinding> bind() {
        return bind(lots);
    }

    /** The same for some of the lots only. */
    List<LotBinding> bind(List<ParkingLot> some) {
        wire.bench.bind(no, some.stream().map(ParkingLot::code).toList());
        wire.bench.worker.runOnce();
        consent();
        return wire.bench.bindings.ofApplication(no);
    }

    /** One of the lots that were not bound is added to the open account by its own process (增加停车场). */
    LotBinding add(ParkingLot lot) {
        wire.bench.runtime.startProcessInstanceByKey("add-lot", Map.of("applicationNo", no, "lotCode", lot.code()));
        wire.bench.worker.runOnce();
        consent();
        return wire.bench.bindings.ofApplication(no).stream()
                .filter(binding -> binding.lotCode().equals(lot.code()))
                .findFirst()
                .orElseThrow();
    }

    /** The channel passes every lot of the account that waits at its desk. */
    private void consent() {
        String merchantNo = account().channelAccount();
        desk().lots().stream()
                .filter(lot -> lot.account().equals(merchantNo) && lot.state() == Lot.State.AUDITING)
                .forEach(lot -> desk().passLot(lot.reference()));
        for (int round = 0; round < ROUNDS && !preparing(); round++) {
            wire.pass(POLL);
        }
        assertThat(preparing()).as(channel.code()).isTrue();
    }

    /** Every gate that does not yet wait for a record waits for its vendor. */
    private boolean preparing() {
        return wire.bench.bindings.ofApplication(no).stream()
                .map(wire::steps)
                .noneMatch(steps ->
                        steps.contains("serviceTask_registerLot") || steps.contains("receiveTask_awaitConsent"));
    }

    ReceivingAccount account() {
        return wire.app.getBean(ReceivingAccounts.class).byApplication(no).orElseThrow();
    }
}

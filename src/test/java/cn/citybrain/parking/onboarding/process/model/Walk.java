package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** One application on its {@link Way}: at every step somebody does the usual thing, or the turn that the way takes there. */
final class Walk {

    private static final String OPERATOR = "operator-test";
    private static final AtomicLong NUMBERS = new AtomicLong(410_000_000_000L);
    private static final int ROUNDS = 40;

    final String no;

    private final ApplicationContext app;
    private final ProcessBench bench;
    private final ChannelFixture fixture;
    private final List<ParkingLot> lots;
    private final Map<String, Way.Act> acts = new HashMap<>();
    private String step;

    Walk(ApplicationContext app, ProcessBench bench, Channel channel, Way way) {
        this.app = app;
        this.bench = bench;
        fixture = ChannelFixtures.of(channel);
        lots = IntStream.range(0, way.lots()).mapToObj(lot -> lot()).toList();
        way.channel().accept(bench.channel);
        no = TestApplications.begin(app, channel, bench.merchant, OPERATOR);
        fillsIn();
        usual();
        acts.putAll(way.turns());
    }

    /** Goes on until it has come there, or until nothing more happens. */
    void until(BooleanSupplier there) {
        for (int round = 0; round < ROUNDS && !there.getAsBoolean(); round++) {
            act();
            bench.worker.runOnce();
            keys().forEach(bench::runJobs);
        }
    }

    /** Where it stands, in words for a test that fails. */
    List<String> stands() {
        return keys().flatMap(key -> bench.steps(key).stream().map(at -> key + " " + at))
                .toList();
    }

    private void act() {
        for (String key : keys().toList()) {
            for (String at : bench.steps(key)) {
                if (acts.containsKey(at)) {
                    step = at;
                    acts.get(at).at(this, key);
                    return;
                }
            }
        }
    }

    /** Business keys of everything that belongs to the application; what was begun last comes first. */
    private Stream<String> keys() {
        return Stream.concat(
                Stream.of(no + "-devices", no),
                bench.bindings.ofApplication(no).stream().map(ProcessBench::gate));
    }

    private void usual() {
        acts.put("userTask_review", (walk, key) -> bench.accept(no));
        acts.put("userTask_awaitVisit", Walk::sign);
        Stream.of("receiveTask_awaitReview", "receiveTask_awaitAccount", "userTask_verifyMail", "userTask_sign")
                .forEach(at -> acts.put(at, Walk::approve));
        acts.put("event_renew", passes(Duration.ofDays(4)));
        acts.put("userTask_confirmAccount", (walk, key) -> complete(key, Map.of("accountDecision", "confirm")));
        acts.put("userTask_installDevices", Walk::install);
        acts.put("userTask_acceptDevices", (walk, key) -> complete(key, Map.of("devicesDecision", "accept")));
        acts.put(
                "userTask_bindLots",
                (walk, key) ->
                        bench.bind(no, lots.stream().map(ParkingLot::code).toList()));
        acts.put("userTask_prepareInterface", (walk, key) -> bench.prepare(lot(key)));
        acts.put("receiveTask_awaitRecord", (walk, key) -> bench.drive(lot(key)));
        acts.put("userTask_tellChannel", (walk, key) -> complete(key, Map.of()));
    }

    private void fillsIn() {
        List<Applicant.Lot> own = lots.stream()
                .map(lot -> new Applicant.Lot(lot.code(), lot.name()))
                .toList();
        String account = fixture.account(NUMBERS.incrementAndGet());
        fixture.forms(new Applicant(bench.merchant, account, no, own))
                .forEach((task, form) -> acts.put(task, (walk, key) -> {
                    TestForms.submit(bench.applications, no, form, OPERATOR);
                    complete(key, Map.of());
                }));
    }

    // what people and channels do

    void complete(String key, Map<String, Object> decision) {
        bench.complete(key, step, decision);
    }

    /** What the channel says from now on; it is asked when the pause between two questions is over. */
    void answer(ReviewResult result) {
        bench.channel.review = () -> result;
        bench.clock.advance(Duration.ofMinutes(11));
    }

    void refuse(String key) {
        bench.refuse(no, "不在接入范围");
    }

    void withdraw(String key) {
        bench.withdrawals.application(no, OPERATOR, "换账户");
    }

    void withdrawLot(String key) {
        bench.withdrawals.lot(lot(key).id(), OPERATOR, "停业");
    }

    void driveOnlyToTheFirstLot(String key) {
        if (lot(key).lotCode().equals(lots.get(0).code())) {
            bench.drive(lot(key));
        } else {
            withdrawLot(key);
        }
    }

    void install(String key) {
        lots.forEach(this::device);
        complete(key, Map.of());
    }

    void beginMoreDevices(String key) {
        bench.runtime.startProcessInstanceByKey("etc-devices", Map.of("applicationNo", no));
    }

    static Way.Act installsMore(String decision) {
        return (walk, key) -> {
            walk.device(walk.lot());
            walk.complete(key, Map.of("moreDevicesDecision", decision));
        };
    }

    static Way.Act passes(Duration time) {
        return (walk, key) -> walk.bench.clock.advance(time);
    }

    /** Somebody says what is wrong with a field, and decides. */
    static Way.Act names(String field, String variable, String decision) {
        return (walk, key) -> {
            FieldIssue issue = new FieldIssue(field, "与证照不一致");
            walk.bench.applications.remark(
                    walk.no,
                    List.of(issue),
                    RemarkSource.CHANNEL,
                    walk.fixture.channel().code());
            walk.bench.applications.channelSaid(walk.no, "与证照不一致");
            walk.complete(key, Map.of(variable, decision));
        };
    }

    private void sign(String key) {
        TestSteps.paper(app, no, StepPaper.CONTRACT, OPERATOR);
        complete(key, Map.of("visitOutcome", "signed"));
    }

    private void approve(String key) {
        answer(new ReviewResult.Approved(fixture.merchantNo(ProcessBench.account(no))));
    }

    private void device(ParkingLot lot) {
        String terminal = "3301%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000);
        TestSteps.device(app, no, lot.code(), "01", terminal);
    }

    private ParkingLot lot() {
        ParkingLot lot = bench.lot();
        app.getBean(ParkingLots.class).locate(lot.code(), "120.155070", "30.274085", "0571-88888888");
        return lot;
    }

    private LotBinding lot(String gate) {
        return bench.bindings.ofApplication(no).stream()
                .filter(lot -> ProcessBench.gate(lot).equals(gate))
                .findFirst()
                .orElseThrow();
    }
}

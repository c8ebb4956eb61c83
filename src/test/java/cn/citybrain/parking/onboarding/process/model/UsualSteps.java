package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What people and channels do at a step when all goes well. */
final class UsualSteps {

    private static final AtomicLong NUMBERS = new AtomicLong(410_000_000_000L);

    /** A vehicle leaves a flawless record. */
    static final Way.Act DRIVE = (walk, key) -> walk.bench.drive(walk.lot(key));

    private UsualSteps() {}

    /** By step; the forms are those of the channel. */
    static Map<String, Way.Act> of(Walk walk) {
        Map<String, Way.Act> acts = new HashMap<>(forms(walk));
        acts.put("userTask_review", (at, key) -> at.bench.accept(at.no));
        acts.put("userTask_awaitVisit", UsualSteps::sign);
        Stream.of("receiveTask_awaitReview", "receiveTask_awaitAccount", "userTask_verifyMail", "userTask_sign")
                .forEach(step -> acts.put(step, UsualSteps::approve));
        acts.put("event_renew", (at, key) -> at.bench.clock.advance(Duration.ofDays(4)));
        acts.put("userTask_confirmAccount", (at, key) -> at.complete(key, Map.of("accountDecision", "confirm")));
        acts.put("userTask_installDevices", UsualSteps::install);
        acts.put("userTask_acceptDevices", (at, key) -> at.complete(key, Map.of("devicesDecision", "accept")));
        acts.put("userTask_bindLots", UsualSteps::bind);
        acts.put("userTask_prepareInterface", (at, key) -> at.bench.prepare(at.lot(key)));
        acts.put("receiveTask_awaitRecord", DRIVE);
        acts.put("userTask_tellChannel", (at, key) -> at.complete(key, Map.of()));
        return acts;
    }

    private static Map<String, Way.Act> forms(Walk walk) {
        ChannelFixture fixture = ChannelFixtures.of(walk.channel);
        List<Applicant.Lot> lots = walk.lots.stream()
                .map(lot -> new Applicant.Lot(lot.code(), lot.name()))
                .toList();
        String account = fixture.account(NUMBERS.incrementAndGet());
        Map<String, Way.Act> acts = new HashMap<>();
        fixture.forms(new Applicant(walk.bench.merchant, account, walk.no, lots))
                .forEach((task, form) -> acts.put(task, (at, key) -> {
                    TestForms.submit(at.bench.drafts, at.no, form, Walk.OPERATOR);
                    at.complete(key, Map.of());
                }));
        return acts;
    }

    private static void sign(Walk walk, String key) {
        TestSteps.paper(walk.app, walk.no, StepPaper.CONTRACT, Walk.OPERATOR);
        walk.complete(key, Map.of("visitOutcome", "signed"));
    }

    private static void approve(Walk walk, String key) {
        String digits = ProcessBench.account(walk.no);
        walk.answer(new ReviewResult.Approved(ChannelFixtures.of(walk.channel).merchantNo(digits)));
    }

    static void install(Walk walk, String key) {
        walk.lots.forEach(lot -> device(walk, lot));
        walk.complete(key, Map.of());
    }

    /** A device in the first lane of a lot. */
    static void device(Walk walk, ParkingLot lot) {
        String terminal = "3301%08d".formatted(NUMBERS.incrementAndGet() % 100_000_000);
        TestSteps.device(walk.app, walk.no, lot.code(), "01", terminal);
    }

    private static void bind(Walk walk, String key) {
        walk.bench.bind(walk.no, walk.lots.stream().map(ParkingLot::code).toList());
    }
}

package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;

/** One application whose process began in the version before, with everybody and everything that moves it. */
final class EarlierInstance {

    private static final AtomicLong ACCOUNT = new AtomicLong(2088_5000_0000_0000L);
    private static final int MOST_STEPS = 60;

    final ApplicationContext app;
    final ProcessBench bench;
    final Channel channel;
    final String no;
    final String account = String.valueOf(ACCOUNT.incrementAndGet());
    final ParkingLot lot;
    private final VersionBefore version;
    private final FormerRows rows;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Runnable> onwards;

    EarlierInstance(ApplicationContext app, ProcessBench bench, VersionBefore version) {
        this.app = app;
        this.bench = bench;
        this.version = version;
        channel = bench.channel.channel();
        rows = new FormerRows(bench.jdbc);
        lot = bench.lot();
        app.getBean(ParkingLots.class).locate(lot.code(), "120.155070", "30.274085", "0571-88888888");
        no = bench.drafts.create(channel, bench.merchant.tenantId(), "operator-test");
        keys.add(no);
        keys.add(no + "-" + lot.code());
        onwards = new Onwards(this).byStep();
        silent();
        begin();
    }

    /** The channel says nothing yet. */
    private void silent() {
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        bench.channel.lotState = () -> new LotState.Pending("R1");
        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.channel.query = order -> new DeductionResult.Pending();
    }

    /** As the start of the version before: with a submitted form, and at Alipay with an empty one. */
    private void begin() {
        if (channel == Channel.ALIPAY) {
            app.getBean(ApplicationStages.class).started(no);
        } else {
            submitWhole();
        }
        bench.runtime
                .createProcessInstanceById(version.definition(channel.code() + "-onboarding"))
                .businessKey(no)
                .setVariables(Map.of("applicationNo", no, "channel", channel.code(), "sentToChannel", false))
                .startBeforeActivity("subProcess_application")
                .execute();
    }

    private void submitWhole() {
        bench.jdbc
                .sql("UPDATE application SET stages = 'form,papers' WHERE no = ?")
                .param(no)
                .update();
        Map<String, String> values = new LinkedHashMap<>();
        List<String> papers = new ArrayList<>();
        Applicant applicant = new Applicant(bench.merchant, account, no, List.of());
        Map<String, FormContent> forms = ChannelFixtures.of(channel).forms(applicant);
        List.of(ChannelFixture.FILL_FORM, ChannelFixture.UPLOAD_LICENCE).forEach(task -> {
            values.putAll(forms.get(task).values());
            papers.addAll(forms.get(task).papers());
        });
        TestForms.submit(bench.drafts, no, new FormContent(values, papers), "operator-test");
        bench.jdbc
                .sql("UPDATE application SET started_at = created_at WHERE no = ?")
                .param(no)
                .update();
        rows.write(no);
    }

    /** Devices for another lot are installed: from here on only that is looked at. */
    void moreDevices() {
        bench.runtime.startProcessInstanceById(version.definition("etc-devices"), Map.of("applicationNo", no));
        keys.clear();
        keys.add(no + "-devices");
    }

    /** Brings it to a step, if need be on a detour: what is done at a step instead of what leads straight on. */
    void reach(String step, Map<String, Runnable> detour) {
        for (int i = 0; i < MOST_STEPS && !steps().contains(step); i++) {
            move(detour);
        }
        assertThat(steps()).contains(step);
    }

    /** The database is migrated, and a node of today's version starts. */
    void upgrade() {
        rows.write(no);
        rows.migrate();
        version.takeOver();
    }

    /** What leads on from a step, then everything to the end. */
    void goOnFrom(String step) {
        onwards.getOrDefault(step, () -> {}).run();
        for (int i = 0; i < MOST_STEPS && !steps().isEmpty(); i++) {
            move(Map.of());
        }
        assertThat(steps()).isEmpty();
    }

    private void move(Map<String, Runnable> detour) {
        Set<String> at = steps();
        at.stream()
                .filter(detour::containsKey)
                .findFirst()
                .map(detour::get)
                .or(() -> onwards.keySet().stream()
                        .filter(at::contains)
                        .findFirst()
                        .map(onwards::get))
                .orElseThrow(() -> new AssertionError("nobody knows how to go on from " + at))
                .run();
    }

    Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        keys.forEach(key -> steps.addAll(bench.steps(key)));
        return steps;
    }

    List<String> ends() {
        return keys.stream().flatMap(key -> bench.ends(key).stream()).toList();
    }

    /** The channel is asked when it is due; what it does not know yet is asked again later. */
    void ask() {
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
    }

    void answer(ReviewResult result) {
        bench.channel.review = () -> result;
        ask();
    }

    /** Runs the jobs that are due. */
    void jobs() {
        keys.forEach(bench::runJobs);
    }

    void complete(String task, Map<String, Object> variables) {
        String key = keys.stream()
                .filter(each -> bench.task(each, task) != null)
                .findFirst()
                .orElseThrow();
        bench.complete(key, task, variables);
    }

    LotBinding binding() {
        return bench.bindings.ofApplication(no).get(0);
    }

    /** How often the channel was told something. */
    long told(String what) {
        return bench.channel.told.stream().filter(call -> call.startsWith(what)).count();
    }
}

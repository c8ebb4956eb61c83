package cn.citybrain.parking.onboarding.process.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.Installation.State;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.lot.LotRegistrations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What {@code etc-onboarding} has of its own: devices beside the signing, in either order. */
@OnboardingTest
class EtcOnboardingTest {

    /** Where the branch that is done waits for the other. */
    private static final String JOIN = "gateway_signedAndInstalled";

    private static final String TERMINAL = "33010000ABCD";

    @Autowired
    ApplicationContext app;

    ProcessBench bench;
    String no;
    ParkingLot lot;

    @BeforeEach
    void submit() {
        bench = new ProcessBench(app, Channel.ETC);
        no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        lot = bench.lot();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void opensTheAccountWhenSigningCameFirst() {
        review(new ReviewResult.Signed("已签约"));
        assertThat(bench.steps(no)).containsExactly(JOIN, "userTask_installDevices");
        install();
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitAccount");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).as("signed is not open yet").containsExactly("receiveTask_awaitAccount");
        review(new ReviewResult.Approved("etc-" + no));
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @Test
    void opensTheAccountWhenTheDevicesCameFirst() {
        install();
        assertThat(bench.steps(no)).containsExactly(JOIN, "userTask_awaitVisit");
        review(new ReviewResult.Signed("已签约"));
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitAccount");
        review(new ReviewResult.Approved("etc-" + no));
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @Test
    void waitsForTheDevicesOfAnAccountThatIsOpenAlready() {
        review(new ReviewResult.Approved("etc-" + no));
        assertThat(bench.steps(no)).containsExactly(JOIN, "userTask_installDevices");
        bench.channel.review = () -> {
            throw new AssertionError("an open account is not asked for again");
        };
        install();
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @Test
    void takesNoEmptyInstallation() {
        assertThatThrownBy(() -> bench.complete(no, "userTask_installDevices", Map.of()))
                .hasMessageContaining("至少登记一条车道");
    }

    @Test
    void givesLanesBackWithAReasonEach() {
        TestSteps.device(app, no, lot.code(), "01", TERMINAL);
        TestSteps.device(app, no, lot.code(), "02", "33010000ABCE");
        bench.complete(no, "userTask_installDevices", Map.of());
        assertThat(devices()).extracting(Installation::state).containsOnly(State.SUBMITTED);
        assertThatThrownBy(() -> decide("return")).hasMessageContaining("至少对一条车道写明退回的原因");
        TestSteps.remark(app, no, Map.of(devices().get(1).id(), "照片看不清车道"));
        assertThatThrownBy(() -> decide("accept")).hasMessageContaining("有车道写了退回原因");
        decide("return");

        assertThat(bench.steps(no)).contains("userTask_installDevices");
        assertThat(devices()).extracting(Installation::state).containsExactly(State.SUBMITTED, State.RETURNED);
        assertThat(bench.jdbc
                        .sql("SELECT body FROM mail WHERE subject LIKE '%设备验收退回%' AND body LIKE ?")
                        .param("%" + no + "%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains(lot.name(), "车道 02：照片看不清车道"));
        assertThatThrownBy(() -> bench.complete(no, "userTask_installDevices", Map.of()))
                .hasMessageContaining("车道 02 被退回");
        Installation accepted = devices().get(0);
        assertThatThrownBy(() -> TestSteps.mend(app, no, accepted, TERMINAL)).hasMessageContaining("待验收");

        TestSteps.mend(app, no, devices().get(1), "33010000ABCF");
        bench.complete(no, "userTask_installDevices", Map.of());
        decide("accept");
        assertThat(devices()).extracting(Installation::state).containsOnly(State.ACCEPTED);
        assertThat(bench.steps(no)).contains(JOIN);
    }

    @Test
    void bindsOnlyLotsWithAcceptedDevices() {
        install();
        ParkingLot bare = bench.lot();
        review(new ReviewResult.Approved("etc-" + no));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
        assertThatThrownBy(() -> app.getBean(ChosenLots.class).choose(no, List.of(bare.code()), "operator-test"))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(bare.name())
                .hasMessageContaining("还没有验收通过的车道设备");

        bench.bind(no, List.of(lot.code()));
        bench.worker.runOnce();
        var binding = bench.bindings.ofApplication(no).get(0);
        assertThat(app.getBean(LotRegistrations.class).of(binding).lot().devices())
                .containsExactly(new LaneDevice("01", "RSU-01", TERMINAL));
        assertThatThrownBy(() -> bench.runtime.startProcessInstanceByKey(
                        "add-lot", Map.of("applicationNo", no, "lotCode", bare.code())))
                .as("nor a lot that is added later")
                .hasMessageContaining("还没有验收通过的车道设备");
    }

    @Test
    void installsDevicesForALotThatJoinsTheOpenAccount() {
        live();
        ParkingLot later = bench.lot();
        start("etc-devices");
        String installation = no + "-devices";
        assertThatThrownBy(() -> start("etc-devices")).hasMessageContaining("补装还没有结束");
        assertThatThrownBy(() -> more(installation, "submit")).hasMessageContaining("还没有登记新的车道");
        TestSteps.device(app, no, later.code(), "01", "33010000ABD0");
        TestSteps.device(app, no, later.code(), "02", "33010000ABD1");
        more(installation, "submit");
        Installation second = devices().stream()
                .filter(device -> device.terminalNo().equals("33010000ABD1"))
                .findFirst()
                .orElseThrow();
        TestSteps.remark(app, no, Map.of(second.id(), "照片看不清"));
        bench.complete(installation, "userTask_acceptDevices", Map.of("devicesDecision", "return"));
        assertThat(bench.steps(installation)).containsExactly("userTask_installMoreDevices");
        assertThatThrownBy(() -> more(installation, "submit")).hasMessageContaining("被退回");

        TestSteps.mend(app, no, second, "33010000ABD1");
        more(installation, "submit");
        bench.complete(installation, "userTask_acceptDevices", Map.of("devicesDecision", "accept"));
        assertThat(bench.ends(installation)).containsExactly("endEvent_installed");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("设备验收通过"));
        bench.runtime.startProcessInstanceByKey("add-lot", Map.of("applicationNo", no, "lotCode", later.code()));
        assertThat(bench.bindings.of(later.code())).singleElement().satisfies(binding -> assertThat(
                        app.getBean(LotRegistrations.class).of(binding).lot().devices())
                .extracting(LaneDevice::laneNo)
                .containsExactly("01", "02"));
    }

    @Test
    void endsAnInstallationThatNobodyWantsAnyMore() {
        live();
        ParkingLot later = bench.lot();
        start("etc-devices");
        TestSteps.device(app, no, later.code(), "01", "33010000ABD2");
        more(no + "-devices", "giveUp");
        assertThat(bench.ends(no + "-devices")).containsExactly("endEvent_givenUp");
        assertThat(devices()).extracting(Installation::state).containsExactlyInAnyOrder(State.ACCEPTED, State.RECORDED);

        start("etc-devices");
        more(no + "-devices", "submit");
        assertThat(devices()).extracting(Installation::state).contains(State.SUBMITTED);
    }

    @Test
    void installsNothingMoreBeforeTheAccountIsOpen() {
        assertThatThrownBy(() -> start("etc-devices")).hasMessageContaining("还不能补装");
    }

    private void live() {
        install();
        review(new ReviewResult.Approved("etc-" + no));
        bench.worker.runOnce();
        bench.bind(no, List.of(lot.code()));
    }

    private void start(String model) {
        bench.runtime.startProcessInstanceByKey(model, Map.of("applicationNo", no));
    }

    private void more(String installation, String decision) {
        bench.complete(installation, "userTask_installMoreDevices", Map.of("moreDevicesDecision", decision));
    }

    @Test
    void keepsTheDevicesThroughACorrection() {
        install();
        review(new ReviewResult.Rejected(List.of(new FieldIssue("storeName", "与招牌不一致")), "驳回"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        bench.drafts.save(no, Map.of("storeName", "西湖停车场"), "operator-test");
        bench.correct(no);
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.accept(no);
        bench.worker.runOnce();
        bench.complete(no, "userTask_installDevices", Map.of());
        decide("accept");
        assertThat(devices()).extracting(Installation::state).containsExactly(State.ACCEPTED);
        assertThat(bench.steps(no)).containsExactly(JOIN, "userTask_awaitVisit");
    }

    @Test
    void escalatesAnAccountThatIsNotOpened() {
        install();
        review(new ReviewResult.Signed("已签约"));
        bench.clock.advance(Duration.ofDays(8));
        bench.runJobs(no);
        assertThat(bench.ends(no)).contains("endEvent_accountEscalated");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：等待 ETC 开通账户"));
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitAccount");
    }

    @Test
    void correctsWhatIsRefusedAfterSigning() {
        install();
        review(new ReviewResult.Signed("已签约"));
        review(new ReviewResult.Rejected(List.of(new FieldIssue("accountNumber", "账号不存在")), "驳回"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @Test
    void withdrawsWhileDevicesAreInstalled() {
        bench.withdrawals.application(no, "operator-test", "不再接入");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThatThrownBy(() -> TestSteps.device(app, no, lot.code(), "01", TERMINAL))
                .hasMessageContaining("已撤回");
    }

    private void install() {
        TestSteps.device(app, no, lot.code(), "01", TERMINAL);
        bench.complete(no, "userTask_installDevices", Map.of());
        decide("accept");
    }

    private void decide(String decision) {
        bench.complete(no, "userTask_acceptDevices", Map.of("devicesDecision", decision));
    }

    private List<Installation> devices() {
        return app.getBean(Installations.class).of(no);
    }

    private void review(ReviewResult result) {
        bench.channel.review = () -> result;
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
    }
}

package cn.citybrain.parking.onboarding.process.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.Appointment.Kind;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.EachThatSignsOnSite;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.answer.WaitComparison;
import cn.citybrain.parking.onboarding.process.visit.MissedVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every path that the models of the channels that sign on site have in common. */
@OnboardingTest
class SignsOnSiteOnboardingTest {

    private static final Instant VISIT = Instant.parse("2026-11-25T02:00:00Z");

    @Autowired
    ApplicationContext app;

    ProcessBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @EachThatSignsOnSite
    void goesFromTheApplicationToLiveLots(Channel channel) {
        String no = submitted(channel);
        assertThat(bench.steps(no)).isEqualTo(atTheVisit());
        assertThat(bench.channel.told).containsExactly("submit " + no);

        ParkingLot lot = opened(no);
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
        assertThat(account(no).state()).isEqualTo(AccountState.ACTIVE);
        assertThat(account(no).channelAccount()).isEqualTo("mer-" + no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("账户已开通"));

        bench.bind(no, List.of(lot.code()));
        bench.worker.runOnce();
        LotBinding binding = bench.bindings.ofApplication(no).get(0);
        bench.prepare(binding);
        bench.drive(binding);
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(binding));
        assertThat(bench.bindings.byId(binding.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
        assertThat(bench.ends(no)).contains("endEvent_accountOpened", "endEvent_done");
        assertThat(state(no)).isEqualTo(ApplicationState.DONE);
    }

    // the visit

    @EachThatSignsOnSite
    void keepsAndTellsAProposedVisitOnce(Channel channel) {
        String no = submitted(channel);
        review(new ReviewResult.AwaitingVisit("等待联系"));
        assertThat(appointments().of(no)).isEmpty();

        review(new ReviewResult.VisitScheduled(VISIT, "王经理 13800000001", "已排期"));
        review(new ReviewResult.VisitScheduled(VISIT.plusSeconds(20), "王经理 13800000001", "已排期"));
        assertThat(appointments().of(no)).singleElement().satisfies(visit -> {
            assertThat(visit.kind()).isEqualTo(Kind.PROPOSED);
            assertThat(visit.visitAt()).isEqualTo(VISIT);
            assertThat(visit.contact()).isEqualTo("王经理 13800000001");
            assertThat(visit.recordedBy()).isEqualTo(channel.code());
        });
        assertThat(mailed(no, "上门签约时间待确认")).hasSize(1).allSatisfy(body -> assertThat(body)
                .contains("2026-11-25 10:00", "王经理")
                .doesNotContain("13800000001"));

        review(new ReviewResult.VisitScheduled(VISIT.plus(Duration.ofDays(1)), "王经理 13800000001", "改期"));
        assertThat(mailed(no, "上门签约时间待确认")).hasSize(2);
        assertThat(bench.steps(no)).isEqualTo(atTheVisit());
    }

    @EachThatSignsOnSite
    void leavesTheLastWordOnTheDateToTheOperator(Channel channel) {
        String no = submitted(channel);
        review(new ReviewResult.VisitScheduled(VISIT, "王经理 13800000001", "已排期"));
        appointments().agree(no, VISIT, "王经理 13800000001", "operator-test");
        assertThat(ahead(no).kind()).isEqualTo(Kind.CONFIRMED);

        appointments().agree(no, VISIT.plus(Duration.ofDays(1)), "李经理 13800000002", "operator-test");
        assertThat(ahead(no).kind()).isEqualTo(Kind.RESCHEDULED);
        review(new ReviewResult.VisitScheduled(VISIT, "王经理 13800000001", "已排期"));
        assertThat(ahead(no).visitAt()).isEqualTo(VISIT.plus(Duration.ofDays(1)));
    }

    @EachThatSignsOnSite
    void waitsForAnotherVisitWhenNobodyCame(Channel channel) {
        String no = submitted(channel);
        assertThatThrownBy(() -> missed(no)).hasMessageContaining("还没有登记上门日期");
        appointments().agree(no, VISIT, "王经理 13800000001", "operator-test");
        assertThatThrownBy(() -> missed(no)).hasMessageContaining("还没有到约定的上门时间");
        assertThatThrownBy(() -> visited(no, "missed"))
                .as("it does not end the task")
                .hasMessageContaining("请先选择处理结果");

        bench.clock.set(VISIT.plus(Duration.ofHours(3)));
        String task = bench.task(no, "userTask_awaitVisit").getId();
        missed(no);
        assertThat(bench.steps(no)).isEqualTo(atTheVisit());
        assertThat(bench.task(no, "userTask_awaitVisit").getId()).isEqualTo(task);
        assertThat(appointments().of(no)).extracting(Appointment::kind).containsExactly(Kind.CONFIRMED, Kind.MISSED);
        assertThat(appointments().ahead(no)).isEmpty();
        assertThat(mailed(no, "没有上门签约"))
                .as("to the applicant and the operating company")
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(body -> assertThat(body).doesNotContain("13800000001"));
        assertThatThrownBy(() -> missed(no)).hasMessageContaining("还没有登记上门日期");
        appointments().agree(no, VISIT.plus(Duration.ofDays(1)), "王经理 13800000001", "operator-test");
        assertThat(ahead(no).kind()).isEqualTo(Kind.CONFIRMED);
    }

    @EachThatSignsOnSite
    void takesTheContractButNotTheOperatorsWordForTheAccount(Channel channel) {
        String no = submitted(channel);
        assertThatThrownBy(() -> visited(no, "signed")).hasMessageContaining("请先上传签好的合同照片");
        assertThatThrownBy(() -> bench.complete(no, "userTask_awaitVisit", Map.of()))
                .hasMessageContaining("请先选择处理结果");
        appointments().agree(no, VISIT, "王经理 13800000001", "operator-test");
        String contract = TestSteps.paper(app, no, StepPaper.CONTRACT, "operator-test");
        visited(no, "signed");

        assertThat(bench.steps(no)).isEqualTo(awaiting("receiveTask_awaitReview"));
        assertThat(account(no).state()).isEqualTo(AccountState.APPLYING);
        assertThat(appointments().of(no).get(1)).satisfies(visit -> {
            assertThat(visit.kind()).isEqualTo(Kind.HELD);
            assertThat(visit.documentId()).isEqualTo(contract);
            assertThat(visit.visitAt()).as("they came before the date").isEqualTo(bench.clock.instant());
        });
        opened(no);
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @EachThatSignsOnSite
    void keepsAContractThatWasUploadedWhenTheChannelsWordComesFirst(Channel channel) {
        String no = submitted(channel);
        String contract = TestSteps.paper(app, no, StepPaper.CONTRACT, "operator-test");

        opened(no);

        assertThat(appointments().of(no)).singleElement().satisfies(visit -> {
            assertThat(visit.kind()).isEqualTo(Kind.HELD);
            assertThat(visit.documentId()).isEqualTo(contract);
            assertThat(visit.recordedBy()).isEqualTo("operator-test");
        });
        assertThatThrownBy(() -> TestSteps.paper(app, no, StepPaper.CONTRACT, "operator-test"))
                .as("nothing would ever name a later one")
                .hasMessageContaining("不能再");
    }

    @EachThatSignsOnSite
    void keepsAContractThatWasUploadedWhenTheChannelRefusesWithTheVisitItWasFor(Channel channel) {
        String no = submitted(channel);
        String contract = TestSteps.paper(app, no, StepPaper.CONTRACT, "operator-test");

        review(new ReviewResult.Rejected(List.of(new FieldIssue("storeName", "与招牌不一致")), "驳回"));
        assertThat(appointments().of(no)).singleElement().satisfies(visit -> {
            assertThat(visit.kind()).isEqualTo(Kind.HELD);
            assertThat(visit.documentId()).isEqualTo(contract);
        });

        correct(no, "storeName", "西湖停车场");
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.AwaitingVisit("等待联系");
        bench.worker.runOnce();
        assertThatThrownBy(() -> visited(no, "signed"))
                .as("the contract of the visit before is not this one's")
                .hasMessageContaining("请先上传签好的合同照片");
    }

    // on paper

    @EachThatSignsOnSite
    void opensTheAccountByWhatThePaperSaysWhereThereIsNoInterface(Channel channel) {
        String no = byHand(channel);
        assertThat(bench.steps(no)).isEqualTo(awaiting("userTask_recordResult"));
        assertThatThrownBy(() -> bench.complete(no, "userTask_recordResult", Map.of("resultDecision", "opened")))
                .hasMessageContaining("没有保存");

        TestSteps.opened(app, no, "898330148160001", ProcessBench.REVIEWER);
        assertThatThrownBy(() -> bench.complete(no, "userTask_recordResult", Map.of("resultDecision", "refused")))
                .hasMessageContaining("不一致");
        bench.complete(no, "userTask_recordResult", Map.of("resultDecision", "opened"));
        installed(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
        assertThat(account(no).channelAccount()).isEqualTo("898330148160001");
        assertThat(account(no).state()).isEqualTo(AccountState.ACTIVE);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("账户已开通"));
    }

    @EachThatSignsOnSite
    void correctsWhatWasRefusedOnPaper(Channel channel) {
        String no = byHand(channel);
        TestSteps.refused(app, no, "地址不符", Map.of("storeAddress", "与现场不符"), ProcessBench.REVIEWER);
        bench.complete(no, "userTask_recordResult", Map.of("resultDecision", "refused"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("storeAddress");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("驳回，请补正"));

        correct(no, "storeAddress", "西湖区天目山路 2 号");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_handOver");
    }

    @EachThatSignsOnSite
    void handsOverOnPaperBeforeAnybodyComesAndAsksTheChannelNothing(Channel channel) {
        bench = new ProcessBench(app, channel);
        bench.channel.submit = () -> new ByHand("纸质银行", "由运营公司代交并登记结果");
        bench.channel.review = () -> {
            throw new AssertionError("there is nobody to ask");
        };
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_handOver");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("待办：代交申请资料"));
        bench.complete(no, "userTask_handOver", Map.of());
        bench.clock.advance(Duration.ofHours(2));
        bench.worker.runOnce();
        assertThat(app.getBean(WaitComparison.class).compare())
                .as("nothing is lost")
                .isZero();
        assertThat(bench.steps(no)).isEqualTo(atTheVisit());
    }

    @EachThatSignsOnSite
    void asksForTheReasonOfARefusalOnPaperThatNamesNoField(Channel channel) {
        String no = byHand(channel);
        TestSteps.refused(app, no, "不在服务范围", Map.of(), ProcessBench.REVIEWER);
        bench.complete(no, "userTask_recordResult", Map.of("resultDecision", "refused"));
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "final"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
    }

    // what may go wrong before and at the channel

    @EachThatSignsOnSite
    void returnsAndRefusesLikeEveryOther(Channel channel) {
        bench = new ProcessBench(app, channel);
        String no = bench.apply();
        bench.giveBack(no, "storeName", "名称与招牌不符");
        assertThat(mailed(no, "请补正")).hasSize(1).allSatisfy(body -> assertThat(body)
                .containsPattern("· [^：]*名称：名称与招牌不符"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        correct(no, "storeName", "西湖停车场");
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        bench.refuse(no, "不在接入范围");
        assertThat(bench.ends(no)).contains("endEvent_notAccepted");
        assertThat(state(no)).isEqualTo(ApplicationState.REFUSED);
    }

    @EachThatSignsOnSite
    void correctsWhatTheChannelRefusesAtTheDoor(Channel channel) {
        bench = new ProcessBench(app, channel);
        String no = bench.apply();
        bench.channel.submit = () -> new SubmitResult.Rejected(List.of(new FieldIssue("storeName", "名称太长")), "参数错误");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @EachThatSignsOnSite
    void correctsWhatTheChannelRefusesWhileTheVisitIsAwaited(Channel channel) {
        String no = submitted(channel);
        review(new ReviewResult.Rejected(List.of(new FieldIssue("storeName", "与招牌不一致")), "驳回"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(mailed(no, "驳回，请补正")).isNotEmpty().allSatisfy(body -> assertThat(body)
                .containsPattern("· [^：]*名称：与招牌不一致"));
        correct(no, "storeName", "西湖停车场");
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).isEqualTo(atTheVisit());
        assertThat(bench.channel.told).containsExactly("submit " + no, "submit " + no);
    }

    @EachThatSignsOnSite
    void findsTheReasonOfAnEmptyRefusal(Channel channel) {
        String no = submitted(channel);
        review(new ReviewResult.Rejected(List.of(), "审核不通过"));
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        bench.answers.refused(no, List.of(new FieldIssue("licenceCopy", "看不清")), "照片看不清");
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "correct"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @EachThatSignsOnSite
    void endsWhenTheChannelClosesTheApplication(Channel channel) {
        String no = submitted(channel);
        review(new ReviewResult.Closed("已作废"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
        assertThat(state(no)).isEqualTo(ApplicationState.CHANNEL_CLOSED);
        assertThat(account(no).state()).isEqualTo(AccountState.CLOSED);
    }

    @EachThatSignsOnSite
    void withdrawsWhileTheVisitIsAwaitedAndTellsTheChannel(Channel channel) {
        String no = submitted(channel);
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.channel.told).contains("withdraw " + no);
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(state(no)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(bench.ends(no)).contains("endEvent_channelTold");
    }

    @EachThatSignsOnSite
    void asksAPersonToTellAChannelThatHasNoCallForAWithdrawal(Channel channel) {
        String no = submitted(channel);
        bench.channel.withdraw = () -> new ByHand("客户经理", "请停止办理");
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_tellChannel");
        assertThat(bench.ends(no)).doesNotContain("endEvent_channelTold", "endEvent_withdrawn");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请告知客户经理"));
        bench.complete(no, "userTask_tellChannel", Map.of());
        assertThat(bench.ends(no)).contains("endEvent_toldByHand", "endEvent_withdrawn");
    }

    @EachThatSignsOnSite
    void escalatesAWaitThatTakesTooLongAndGoesOnWaiting(Channel channel) {
        String no = submitted(channel);
        assertThat(bench.applications.byNo(no).expectedAt()).isAfter(bench.clock.instant());
        signed(no);
        bench.clock.advance(Duration.ofDays(25));
        bench.runJobs(no);
        assertThat(bench.ends(no)).contains("endEvent_reviewEscalated");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：等待"));
        assertThat(bench.steps(no)).isEqualTo(awaiting("receiveTask_awaitReview"));
    }

    @EachThatSignsOnSite
    void remindsBeforeAndEscalatesAfterTheVisitIsDue(Channel channel) {
        String no = submitted(channel);
        bench.clock.advance(Duration.ofDays(13).plusHours(2));
        bench.runJobs(no);
        String task = bench.task(no, "userTask_awaitVisit").getName();
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("提醒：" + task));
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("超期：" + task));
        bench.clock.advance(Duration.ofDays(2));
        bench.runJobs(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：" + task));
    }

    @EachThatSignsOnSite
    void tellsTheSupervisorsOnceWhenTheChannelAnswersOthersAndNotThis(Channel channel) {
        String no = submitted(channel);
        signed(no);
        bench.channel.review = () -> {
            throw new ChannelException("timed out");
        };
        for (int attempt = 0; attempt < 12; attempt++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("查询一再失败"))
                .as("to each of the two supervisors")
                .hasSize(2);
        assertThat(bench.runtime
                        .createIncidentQuery()
                        .processInstanceId(bench.runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(no)
                                .singleResult()
                                .getId())
                        .list())
                .as("nothing is to be repaired in the process")
                .isEmpty();
        assertThat(bench.steps(no)).contains("receiveTask_awaitReview");
        review(new ReviewResult.Approved("M1"));
        bench.clock.advance(Duration.ofHours(5));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).doesNotContain("receiveTask_awaitReview");
    }

    @EachThatSignsOnSite
    void isWithdrawnWhenNoLotWentLive(Channel channel) {
        String no = submitted(channel);
        bench.bind(no, List.of(opened(no).code()));
        bench.worker.runOnce();
        bench.withdrawals.lot(bench.bindings.ofApplication(no).get(0).id(), "operator-test", "停业");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_noLotLive");
    }

    /** The channel's word: asked once the wait for the next poll is over. */
    private void review(ReviewResult result) {
        bench.channel.review = () -> result;
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
    }

    private String submitted(Channel channel) {
        bench = new ProcessBench(app, channel);
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        return no;
    }

    /** On paper: handed over, signed, and waiting for what comes of it. */
    private String byHand(Channel channel) {
        bench = new ProcessBench(app, channel);
        bench.channel.submit = () -> new ByHand("纸质银行", "由运营公司代交并登记结果");
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        bench.complete(no, "userTask_handOver", Map.of());
        signed(no);
        return no;
    }

    /** They came; the operator reports it. */
    private void signed(String no) {
        TestSteps.paper(app, no, StepPaper.CONTRACT, "operator-test");
        visited(no, "signed");
    }

    /** Up to the choice of lots. Returns one that can be chosen. */
    private ParkingLot opened(String no) {
        ParkingLot lot = installed(no);
        review(new ReviewResult.Approved("mer-" + no));
        return lot;
    }

    /** A lot that is ready to be bound: with a device where the channel wants one. */
    private ParkingLot installed(String no) {
        ParkingLot lot = bench.lot();
        if (wantsDevices()) {
            TestSteps.device(app, no, lot.code(), "01", "33010000ABCD");
            bench.complete(no, "userTask_installDevices", Map.of());
            bench.complete(no, "userTask_acceptDevices", Map.of("devicesDecision", "accept"));
        }
        return lot;
    }

    private Set<String> atTheVisit() {
        return awaiting("userTask_awaitVisit");
    }

    /** A step of the signing, and what goes on beside it. */
    private Set<String> awaiting(String step) {
        Set<String> steps = new TreeSet<>(Set.of(step));
        if (wantsDevices()) {
            steps.add("userTask_installDevices");
        }
        return steps;
    }

    private boolean wantsDevices() {
        return !ChannelFixtures.of(bench.channel.channel()).devices("").isEmpty();
    }

    private void missed(String no) {
        app.getBean(MissedVisits.class).record(no, "operator-test");
    }

    private void visited(String no, String outcome) {
        bench.complete(no, "userTask_awaitVisit", Map.of("visitOutcome", outcome));
    }

    private void correct(String no, String field, String value) {
        bench.drafts.save(no, Map.of(field, value), "operator-test");
        bench.correct(no);
    }

    private Appointments appointments() {
        return app.getBean(Appointments.class);
    }

    private Appointment ahead(String no) {
        return appointments().ahead(no).orElseThrow();
    }

    private ReceivingAccount account(String no) {
        return app.getBean(ReceivingAccounts.class).byApplication(no).orElseThrow();
    }

    private ApplicationState state(String no) {
        return bench.applications.byNo(no).state();
    }

    /** Bodies of the mails about an application whose subject says something. */
    private List<String> mailed(String no, String subject) {
        return bench.jdbc
                .sql("SELECT body FROM mail WHERE subject LIKE ? AND body LIKE ?")
                .params("%" + subject + "%", "%" + no + "%")
                .query(String.class)
                .list();
    }
}

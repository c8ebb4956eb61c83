package cn.citybrain.parking.onboarding.application.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.OtherParts;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import cn.citybrain.parking.onboarding.application.OneAtATime;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.register.ApplicationList;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.review.Reviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.Reach;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class ApplicationsTest {

    private static final String ACCOUNT = "571900123410801";

    @Autowired
    ApplicationContext app;

    @Autowired
    Applications applications;

    @Autowired
    TestDrafts drafts;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ApplicationLife life;

    @Autowired
    ApplicationStages stages;

    @Autowired
    ChannelAnswers answers;

    @Autowired
    ChosenLots chosen;

    @Autowired
    Reviews reviews;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TestClock clock;

    /** Those of agents and owners too, whether they are asked for or not. */
    private static final String[] ALL_PAPERS = {
        "contactIdCopy",
        "contactIdCopyBack",
        "authorizationLetter",
        "licenceCopy",
        "idCardCopy",
        "idCardNational",
        "uboIdCopy",
        "uboIdCopyBack",
        "storeEntrancePic",
        "indoorPic"
    };

    Merchant merchant;

    @BeforeEach
    void aNewCompany() {
        merchant = TestMerchants.add(merchants);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void handsTheChannelTheNewestRevisionWithItsPapers() {
        String no = submitted();

        MerchantApplication file = applications.forChannel(no);

        assertThat(file.applicationNo()).isEqualTo(no);
        assertThat(file.fields()).isEqualTo(SampleForm.values(merchant, ACCOUNT));
        assertThat(file.papers())
                .extracting(MerchantApplication.Paper::fieldKey)
                .containsExactlyInAnyOrderElementsOf(SampleForm.PAPERS);
        assertThat(file.papers()).allSatisfy(paper -> assertThat(paper.within(5_000, 100_000))
                .startsWith(0xff, 0xd8)
                .hasSizeBetween(5_000, 100_000));
        assertThat(applications.contactEmail(no)).isEqualTo("zhang@example.com");
    }

    @Test
    void keepsNoControlCharacters() {
        String no = SampleForm.fill(drafts, merchant, ACCOUNT, "op");

        assertThatThrownBy(() -> drafts.save(no, 1, Map.of("owner", "tr\u0000ue"), "op"))
                .hasMessageContaining("控制字符");
        assertThat(drafts.save(no, 1, Map.of("storeName", "西湖\u0000停车场"), "op")).isEqualTo(2);
        assertThat(drafts.save(no, 2, Map.of("storeAddress", "西湖路 1 号\n东门"), "op"))
                .isEqualTo(3);

        drafts.submit(no, "op");
        assertThat(applications.forChannel(no).fields()).containsEntry("storeName", "西湖停车场");
    }

    @Test
    void knowsWhichFieldsThereAreNot() {
        Application application = applications.find(submitted()).orElseThrow();

        assertThat(applications.unknownFields(application, List.of("storeName", "z", "a".repeat(300), "accountNumber")))
                .containsExactly("a".repeat(300), "z");
    }

    /** The board asks this with every look: a connection kept each time, and ten looks end everything. */
    @Test
    void givesTheConnectionBackAfterListing() {
        String no = submitted();
        ApplicationList list = overOneConnection().get(ApplicationList.class);
        ApplicationList.Filter own = new ApplicationList.Filter(
                new Reach(false, Set.of(merchant.tenantId()), Set.of()), false, Set.of(), Optional.empty());

        for (int look = 0; look < 3; look++) {
            assertThat(list.find(own, new Wanted("", 1, 20)).rows())
                    .extracting(Application::no)
                    .containsExactly(no);
        }
    }

    /** Two at a time, outside a transaction, is how a full pool waits for itself. */
    @Test
    void readsARevisionWithOneConnectionAtATime() {
        String no = submitted();
        Revisions revisions = overOneConnection().get(Revisions.class);

        assertThat(revisions.find(no, 2).orElseThrow().papers()).hasSize(SampleForm.PAPERS.size());
        assertThat(revisions.of(no))
                .extracting(revision -> revision.papers().size())
                .containsExactly(0, SampleForm.PAPERS.size());
    }

    @Test
    void keepsNoSensitiveValueReadableInAnyTable() {
        String no = submitted();

        String rows = jdbc.sql("SELECT draft FROM application WHERE no = ?")
                        .param(no)
                        .query(String.class)
                        .single()
                + jdbc.sql("SELECT content FROM application_revision WHERE application_no = ? AND revision = 2")
                        .param(no)
                        .query(String.class)
                        .single();
        assertThat(rows).startsWith("demo:").doesNotContain("张三丰", "330106198001011235", ACCOUNT, "13857100001");
    }

    @Test
    void leavesOutFieldsThatDoNotApply() {
        String no = SampleForm.fill(drafts, merchant, ACCOUNT, "op");
        drafts.save(no, 1, Map.of("bankName", "某某银行某某支行", "uboName", "李四"), "op");
        SampleForm.finish(drafts, no, "op");

        assertThat(applications.forChannel(no).fields()).doesNotContainKeys("bankName", "uboName");
    }

    @Test
    void refusesASecondApplicationForTheSameAccountNamingTheFirst() {
        String first = submitted();
        String second = SampleForm.fill(drafts, merchant, ACCOUNT, "op");

        assertThat(drafts.check(second).fields().get("accountNumber")).contains(first);
        assertThatThrownBy(() -> drafts.submit(second, "op"))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        e -> assertThat(e.fields().get("accountNumber")).contains(first));
        drafts.save(second, 1, Map.of("accountNumber", "571900123410802"), "op");
        assertThat(drafts.submit(second, "op")).isEqualTo(1);
    }

    @Test
    void freesTheAccountWhenTheApplicationIsRefusedOrWithdrawn() {
        String first = submitted();
        decisions.refuse(first, "reviewer", "不在受理范围");
        String second = submitted();
        life.withdrawn(second, "op", "重新填写");

        assertThat(accounts.byApplication(first).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
        assertThat(accounts.byApplication(second).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
        assertThat(submitted()).isNotEqualTo(second);
    }

    @Test
    void saysOfWhatIsWithdrawnAlreadyThatItIs() {
        String no = submitted();
        life.withdrawn(no, "op", "重新填写");

        assertThatThrownBy(() -> life.withdrawn(no, "op", "重新填写"))
                .isInstanceOf(WrongState.class)
                .hasMessage("申请 " + no + " 已经是「已撤回」了，请刷新页面");
    }

    @Test
    void startsOnceWithTheFormToBeFilledIn() {
        String no = drafts.create(Channel.WECHATPAY, merchant.tenantId(), "op");

        stages.started(no);
        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.FILLING);
        assertThat(applications.byNo(no).stages()).containsExactly("form");
        assertThatThrownBy(() -> stages.started(no))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("不能重复");
    }

    /** As the version before left them: submitted, and never started. */
    @Test
    void startsWhatWasSubmittedBeforeWithItsValuesToBeLookedThrough() {
        String no = submitted();

        stages.started(no);
        assertThat(applications.byNo(no).stages()).containsExactly("form");
        assertThat(applications.openFields(no)).contains("storeName").doesNotContain("licenceCopy");
        assertThat(drafts.submit(no, "op")).isEqualTo(3);
        drafts.open(no, "papers");
        assertThat(applications.openFields(no)).containsExactlyInAnyOrder(ALL_PAPERS);
        assertThat(drafts.submit(no, "op")).isEqualTo(4);
        assertThat(applications.forChannel(no).papers()).hasSize(SampleForm.PAPERS.size());
    }

    @Test
    void opensOnlyTheFlaggedFieldsAfterAReturn() {
        String no = submitted();
        giveBack(no, Map.of("merchantShortname", "请写全称", "licenceCopy", "看不清"));

        assertThat(applications.openFields(no)).containsExactly("merchantShortname", "licenceCopy");
        assertThatThrownBy(() -> drafts.save(no, 1, Map.of("storeName", "别的"), "op"))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        e -> assertThat(e.fields().get("storeName")).contains("停车场（门店）名称"));
        assertThatThrownBy(() -> drafts.attach(no, "indoorPic", "x.png", SampleForm.PICTURE, "op"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("停车场内景照片");
        drafts.save(no, 1, Map.of("merchantShortname", "杭州测试停车", "mobilePhone", "138****0001"), "op");
        assertThatThrownBy(() -> drafts.submit(no, "op"))
                .as("the paper came back as it was, without an answer")
                .isInstanceOfSatisfying(
                        InvalidFields.class, e -> assertThat(e.fields()).containsOnlyKeys("licenceCopy"));
        assertThat(drafts.submit(no, Map.of("licenceCopy", "原件字迹就是这样"), "op")).isEqualTo(3);
        assertThat(applications.forChannel(no).fields())
                .containsEntry("merchantShortname", "杭州测试停车")
                .containsEntry("mobilePhone", "13857100001");
    }

    @Test
    void opensTheFieldsThatComeWithAFlaggedChoice() {
        String no = submitted();
        giveBack(no, Map.of("accountBank", "与开户许可证不符"));

        assertThat(applications.openFields(no)).containsExactly("accountBank", "bankBranchId", "bankName");
    }

    @Test
    void opensAPaperThatExpiredMeanwhile() {
        String no = SampleForm.fill(drafts, merchant, ACCOUNT, "op");
        drafts.save(no, 1, Map.of("licencePeriodEnd", "2026-11-30"), "op");
        SampleForm.finish(drafts, no, "op");
        giveBack(no, Map.of("merchantShortname", "请写全称"));
        clock.advance(Duration.ofDays(10));

        assertThat(applications.openFields(no)).containsExactly("licencePeriodEnd", "merchantShortname");
    }

    @Test
    void keepsAReplacedPaperForTheRevisionThatUsedItAndDeletesOneThatNobodySaw() {
        String no = SampleForm.fill(drafts, merchant, ACCOUNT, "op");
        drafts.submit(no, "op");
        SampleForm.upload(drafts, no, "op");
        Document unseen = drafts.attach(no, "licenceCopy", "a.png", SampleForm.PICTURE, "op");
        Document submittedPaper = drafts.attach(no, "licenceCopy", "b.png", SampleForm.PICTURE, "op");
        drafts.submit(no, "op");
        giveBack(no, Map.of("licenceCopy", "看不清"));
        drafts.attach(no, "licenceCopy", "c.png", SampleForm.PICTURE, "op");

        assertThat(documents.find(unseen.id())).isEmpty();
        assertThat(documents.content(submittedPaper.id())).isEqualTo(SampleForm.PICTURE);
    }

    @Test
    void refusesAReturnWithoutRemarksAndARefusalWithoutReason() {
        String no = submitted();

        assertThatThrownBy(() -> decisions.giveBack(no, "reviewer")).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> decisions.refuse(no, "reviewer", " ")).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> decisions.accept(no, "op")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void usesADecisionOnce() {
        String no = submitted();
        reviews.decide(no, Decision.ACCEPT, "", Map.of(), List.of(), "reviewer");

        assertThat(decisions.unused(no, 2))
                .hasValueSatisfying(decision -> assertThat(decision.decision()).isEqualTo(Decision.ACCEPT));
        decisions.accept(no, "reviewer");
        assertThat(decisions.unused(no, 2)).isEmpty();
        assertThatThrownBy(() -> decisions.accept(no, "reviewer")).isInstanceOf(WrongState.class);
    }

    @Test
    void letsTheOperatorMendWhatTheChannelRefused() {
        String no = submitted();
        decisions.accept(no, "reviewer");
        answers.reviewing(no, "审核中", null, TestClock.START);
        answers.refused(no, List.of(new FieldIssue("idCardCopy", "照片模糊")), "资料有误");

        assertThat(applications.openFields(no)).containsExactly("idCardCopy");
        drafts.attach(no, "idCardCopy", "new.png", anotherPicture(), "op");
        assertThat(drafts.submit(no, "op")).isEqualTo(3);
        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void waitsForAReviewerWhenTheChannelGivesNoReason() {
        String no = submitted();
        decisions.accept(no, "reviewer");
        answers.refused(no, List.of(), "");

        assertThat(applications.openFields(no)).isEmpty();
        assertThatThrownBy(() -> drafts.submit(no, "op")).isInstanceOf(WrongState.class);
        giveBack(no, Map.of("licenceNumber", "渠道反馈与工商登记不符"));
        assertThat(applications.openFields(no)).containsExactly("licenceNumber");
    }

    @Test
    void runsFromTheChannelToTheEnd() {
        String no = submitted();
        String lot = TestMerchants.addLot(lots, merchant).code();
        decisions.accept(no, "reviewer");
        assertThatThrownBy(() -> chosen.choose(no, List.of(lot), "op")).isInstanceOf(WrongState.class);
        answers.reviewing(no, "待签约", "https://example.com/sign", null);
        assertThat(applications.byNo(no).channelLink()).isEqualTo("https://example.com/sign");
        answers.opened(no, "1900000111");
        chosen.choose(no, List.of(lot), "op");
        bindings.bind(no, chosen.of(no));
        life.testing(no);
        life.done(no);

        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.DONE);
        assertThat(applications.byNo(no).channelLink()).isNull();
        assertThatThrownBy(() -> life.withdrawn(no, "op", "反悔")).isInstanceOf(WrongState.class);
    }

    @Test
    void closesForGoodWhenTheChannelDoes() {
        String no = submitted();
        decisions.accept(no, "reviewer");
        answers.closed(no, "渠道已作废该申请");

        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.CHANNEL_CLOSED);
        assertThat(accounts.byApplication(no).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
    }

    @Test
    void beginsEveryNumberWithItsChannelAndDay() {
        assertThat(drafts.create(Channel.WECHATPAY, merchant.tenantId(), "op")).matches("WX20261123[0-9]{4}");
    }

    private String submitted() {
        return SampleForm.submit(drafts, merchant, ACCOUNT, "op");
    }

    private void giveBack(String no, Map<String, String> remarks) {
        reviews.decide(no, Decision.RETURN, "", remarks, List.of(), "reviewer");
        decisions.giveBack(no, "reviewer");
    }

    private OtherParts overOneConnection() {
        return OtherParts.of(app, Application.class)
                .with(JdbcClient.class, JdbcClient.create(new OneAtATime(database)));
    }

    private static byte[] anotherPicture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}

package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.review.Reviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An application that is filled in and submitted in stages, as the forms have it: Alipay's. */
@OnboardingTest
class StagesApiTest {

    private static final AtomicLong PID = new AtomicLong(2088_2000_0000_0000L);

    @Autowired
    ApplicationContext app;

    @Autowired
    Applications applications;

    @Autowired
    TestDrafts drafts;

    @Autowired
    ApplicationStages stages;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ChannelAnswers answers;

    @Autowired
    ApplicationRows rows;

    @Autowired
    ApplicationForms forms;

    @Autowired
    ParkingLots lots;

    @Autowired
    Merchants merchants;

    @Autowired
    Reviews reviews;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    Merchant merchant;
    ParkingLot lot;
    String pid;
    Actor operator;
    Actor reviewer;
    Actor stranger;

    @BeforeEach
    void people() {
        merchant = TestMerchants.add(merchants);
        lot = TestMerchants.addLot(lots, merchant);
        pid = String.valueOf(PID.incrementAndGet());
        operator = new Actor("operator-test", "操作员", Set.of("lot-operator"), Set.of(merchant.tenantId()));
        reviewer = new Actor("reviewer", "审核员", Set.of("ops-reviewer"), Set.of(merchant.tenantId()));
        stranger = new Actor("other", "别家操作员", Set.of("lot-operator"), Set.of("t-other"));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void beginsAsADraftThatOnlyItsCompanySees() throws Exception {
        String no = drafts.create(Channel.ALIPAY, merchant.tenantId(), "operator-test");
        assertThat(no).matches("ZF20261123[0-9]{4}");
        as(reviewer, get("/api/applications/" + no)).andExpect(status().isNotFound());
        stages.started(no);
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.state").value("FILLING"))
                .andExpect(jsonPath("$.stateText").value("待确认支付宝账户"))
                .andExpect(jsonPath("$.openFields").isEmpty());
        as(reviewer, get("/api/applications"))
                .andExpect(jsonPath("$.rows[0].stateText").value("待确认支付宝账户"));
        assertThatThrownBy(() -> stages.started(no)).hasMessageContaining("已经开始办理");
    }

    @Test
    void asksForOneStageAtATime() throws Exception {
        String no = begun();
        as(operator, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath("$.stages[*].key", contains("account")))
                .andExpect(jsonPath("$.groups[*].key", contains("account", "contact")));
        as(operator, put(draft(no)), Map.of("version", 0, "values", Map.of("storeName", "西湖停车场")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.storeName").value(containsString("没有名为")));

        account(no);
        assertThat(applications.account(no)).isEqualTo(pid);
        drafts.open(no, "apply");
        as(operator, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath("$.stages[*].key", contains("account", "apply")))
                .andExpect(jsonPath("$.groups[*].stage", contains("account", "account", "apply", "apply")));
        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.stage").value("apply"))
                .andExpect(jsonPath("$.stateText").value("待填写申请表"))
                .andExpect(jsonPath("$.openFields", hasItem("storeName")))
                .andExpect(jsonPath("$.openFields", not(hasItem("alipayAccount"))))
                .andExpect(jsonPath("$.values.alipayAccount").value("2088********" + pid.substring(12)));
        as(operator, put(draft(no)), Map.of("version", 1, "values", Map.of("alipayAccount", "2088999999999999")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.alipayAccount").value(containsString("不能更改")));
    }

    @Test
    void opensStagesInTheirOrderAndOnce() {
        String no = submittedAccount();
        drafts.open(no, "apply");
        drafts.open(no, "apply");
        assertThat(applications.byNo(no).stages()).containsExactly("account", "apply");
        assertThatThrownBy(() -> drafts.open(no, "papers"))
                .as("what is open is to be submitted first")
                .isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> drafts.open(no, "account"))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("已经过了这一步");
        assertThatThrownBy(() -> drafts.open(no, "receive"))
                .as("what is open is to be submitted first")
                .isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> drafts.open(no, "nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offersTheCompanysOwnLots() throws Exception {
        ParkingLot foreign = TestMerchants.addLot(lots, TestMerchants.add(merchants));
        String no = submittedAccount();
        drafts.open(no, "apply");
        as(operator, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath("$..fields[?(@.key=='applyLots')].options[*].value", contains(lot.code())))
                .andExpect(jsonPath("$..fields[?(@.key=='applyLots')].options[*].label", contains(label(lot))));
        assertThat(faults(no, Map.of("applyLots", lot.code() + "," + foreign.code()))
                        .get("applyLots"))
                .contains("不属于本公司");
        assertThat(faults(no, Map.of("applyLots", lot.code() + "," + lot.code()))
                        .get("applyLots"))
                .contains("两次");
        assertThat(faults(no, Map.of("applyLots", ""))).containsEntry("applyLots", "请选择申请用于的停车场");
    }

    @Test
    void wantsAPaperOfEachLotWhereTheLicenceSaysNothingOfParkingFees() throws Exception {
        ParkingLot second = TestMerchants.addLot(lots, merchant);
        String no = atThePapers(Map.of("licenceHasParkingFee", "false", "applyLots", lot.code() + "," + second.code()));
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);

        assertThat(drafts.check(no).fields())
                .containsEntry("feePaperKind_" + lot.code(), "请选择追加的材料（" + lot.name() + "）")
                .containsEntry("feePaperCompany_" + lot.code(), "请填写材料上的公司名称（" + lot.name() + "）")
                .containsEntry("feePaperLot_" + second.code(), "请填写材料上的停车场名称（" + second.name() + "）")
                .containsEntry("feePaperCopy_" + second.code(), "请上传物价审批表或收费告示牌照片（" + second.name() + "）")
                .hasSize(8);
        as(operator, post("/api/applications/" + no + "/submit")).andExpect(status().isBadRequest());
        paper(no, lot, merchant.name(), lot.name());
        paper(no, second, merchant.name(), second.name());
        assertThat(drafts.check(no).fields()).isEmpty();
        assertThat(drafts.check(no).warnings()).isEmpty();
        assertThat(drafts.submit(no, "operator-test")).isEqualTo(3);
        assertThat(applications.forChannel(no).papers())
                .extracting(paper -> paper.fieldKey())
                .contains("feePaperCopy_" + lot.code(), "feePaperCopy_" + second.code());
        as(reviewer, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath(
                        "$.groups[?(@.key=='feePaper_" + second.code() + "')].label",
                        contains("追加材料：" + second.name())));
    }

    @Test
    void comparesThePaperWithTheCompanyAndTheLotForTheReviewerToConfirm() {
        String no = atThePapers(Map.of("licenceHasParkingFee", "false"));
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);
        paper(no, lot, "杭州别家停车有限公司", "别的停车场");
        String company = "feePaperCompany_" + lot.code();
        String name = "feePaperLot_" + lot.code();

        assertThat(drafts.check(no).warnings())
                .containsEntry(company, "材料上的公司名称（" + lot.name() + "）与企业名称不一致，请确认")
                .containsEntry(name, "材料上的停车场名称（" + lot.name() + "）与平台登记的“" + lot.name() + "”不一致，请确认");
        assertThatThrownBy(() -> drafts.submit(no, "operator-test"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("还有 2 处疑点");
        drafts.submit(no, Map.of(company, "物业公司代办审批", name, "告示牌上是旧名"), "operator-test");
        assertThatThrownBy(() -> reviews.decide(no, Decision.ACCEPT, "", Map.of(), List.of(company), "reviewer"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("逐条确认");
        reviews.decide(no, Decision.ACCEPT, "", Map.of(), List.of(company, name), "reviewer");
    }

    @Test
    void asksForThePaperOfALotThatIsAddedInACorrection() {
        String no = atThePapers(Map.of("licenceHasParkingFee", "false"));
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);
        paper(no, lot, merchant.name(), lot.name());
        drafts.submit(no, "operator-test");
        reviews.decide(no, Decision.RETURN, "", Map.of("applyLots", "请选全"), List.of(), "reviewer");
        decisions.giveBack(no, "reviewer");
        ParkingLot second = TestMerchants.addLot(lots, merchant);

        assertThat(faults(no, Map.of("applyLots", lot.code() + "," + second.code())))
                .hasSize(4)
                .containsKey("feePaperCopy_" + second.code());
        assertThat(applications.openFields(no))
                .contains("applyLots", "feePaperCopy_" + second.code())
                .doesNotContain("feePaperCopy_" + lot.code());
        paper(no, second, merchant.name(), second.name());
        assertThat(drafts.submit(no, "operator-test")).isEqualTo(4);
    }

    @Test
    void opensThePaperOfEveryLotWhenAlipayRefusesTheSpecialLicence() {
        String no = atThePapers(Map.of("licenceHasParkingFee", "false"));
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);
        paper(no, lot, merchant.name(), lot.name());
        drafts.submit(no, "operator-test");
        decisions.accept(no, "reviewer");
        answers.refused(no, List.of(new FieldIssue("feePaperCopy", "看不清")), "特殊资质看不清");

        assertThat(applications.openFields(no)).containsExactly("feePaperCopy_" + lot.code());
    }

    @Test
    void takesTheMainLotFromTheCompanysOwn() {
        String no = submittedAccount();
        drafts.open(no, "apply");
        SampleAlipay.fill(drafts, no, SampleAlipay.form(lot), List.of());
        assertThat(drafts.check(no).fields()).isEmpty();
        assertThat(faults(no, Map.of("storeName", "别人家的停车场")))
                .containsExactly(Map.entry("storeName", "现场停车场名称不在可选范围内，请重新选择"));
    }

    private String atThePapers(Map<String, String> changes) {
        String no = submittedAccount();
        drafts.open(no, "apply");
        Map<String, String> values = new HashMap<>(SampleAlipay.form(lot));
        values.putAll(changes);
        SampleAlipay.fill(drafts, no, values, List.of());
        drafts.submit(no, "operator-test");
        drafts.open(no, "papers");
        return no;
    }

    private void paper(String no, ParkingLot of, String company, String name) {
        String copy = "feePaperCopy_" + of.code();
        SampleAlipay.fill(
                drafts,
                no,
                Map.of(
                        "feePaperKind_" + of.code(), "FEE_BOARD",
                        "feePaperCompany_" + of.code(), company,
                        "feePaperLot_" + of.code(), name),
                List.of(copy));
    }

    @Test
    void checksOnlyTheStagesThatItWentThrough() {
        String no = submittedAccount();
        answers.opened(no, pid);
        drafts.open(no, "receive");
        SampleAlipay.fill(drafts, no, SampleAlipay.receiving(merchant, no), SampleAlipay.RECEIVING_PAPERS);
        assertThat(drafts.check(no).fields()).isEmpty();
        assertThat(faults(no, Map.of("receivingAccount", "ZF209901010001")).get("receivingAccount"))
                .contains("不在可选范围内");
    }

    @Test
    void offersTheAccountOnlyOnceTheChannelHasConfirmedIt() throws Exception {
        String no = submittedAccount();
        drafts.open(no, "receive");
        as(operator, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath("$..fields[?(@.key=='receivingAccount')].options[*]", hasSize(0)));
        answers.opened(no, pid);
        as(operator, get("/api/applications/" + no + "/catalogue"))
                .andExpect(jsonPath(
                        "$..fields[?(@.key=='receivingAccount')].options[*].label",
                        contains("支付宝账户 **** " + pid.substring(12))));
    }

    @Test
    void bindsOnlyWhenTheLastStageWasAccepted() {
        String no = submittedAccount();
        answers.opened(no, pid);
        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.SUBMITTED);
        drafts.open(no, "receive");
        SampleAlipay.fill(drafts, no, SampleAlipay.receiving(merchant, no), SampleAlipay.RECEIVING_PAPERS);
        drafts.submit(no, "operator-test");
        assertThat(decisions.accept(no, "reviewer")).isEqualTo(ApplicationState.BINDING);
    }

    @Test
    void waitsForTheChannelWhenAnEarlierStageWasAccepted() {
        String no = submittedForm();
        assertThat(decisions.accept(no, "reviewer")).isEqualTo(ApplicationState.ACCEPTED);
        answers.reviewing(no, "审核中", null, null);
        answers.opened(no, pid);
        assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.CHANNEL_REVIEW);
    }

    @Test
    void showsTheReviewerWhatWasSubmittedNotWhatIsBeingFilledIn() throws Exception {
        String no = submittedAccount();
        drafts.open(no, "apply");
        SampleAlipay.fill(drafts, no, Map.of("storeName", "还没写完"), List.of());
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.merchantName").value(merchant.name()))
                .andExpect(content().string(not(containsString("还没写完"))));
    }

    @Test
    void tellsTheHistoryStageByStage() throws Exception {
        String no = submittedForm();
        reviews.decide(
                no, Decision.RETURN, "", Map.of("applyLots", "请选全", "contactName", "写全名"), List.of(), "reviewer");
        decisions.giveBack(no, "reviewer");
        assertThat(applications.openFields(no)).containsExactly("contactName", "applyLots");
        ParkingLot second = TestMerchants.addLot(lots, merchant);
        SampleAlipay.fill(drafts, no, Map.of("applyLots", lot.code() + "," + second.code()), List.of());
        TestForms.resubmit(drafts, no, "operator-test");
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.revisions[*].stageLabel", contains("补正", "营业执照等照片", "支付宝多费率代扣申请表", "企业支付宝账户")))
                .andExpect(jsonPath("$.revisions[0].changes[*].key", contains("applyLots")))
                .andExpect(jsonPath("$.revisions[0].changes[0].before").value(label(lot)))
                .andExpect(jsonPath("$.revisions[0].changes[0].after").value(label(lot) + "、" + label(second)))
                .andExpect(jsonPath("$.revisions[1].changes").isEmpty());
    }

    @Test
    void opensAgainWhatExpiredSinceAnEarlierStage() {
        String no = submittedAccount();
        drafts.open(no, "apply");
        Map<String, String> values = new HashMap<>(SampleAlipay.form(lot));
        values.put("licencePeriodEnd", "2026-12-01");
        SampleAlipay.fill(drafts, no, values, List.of());
        drafts.submit(no, "operator-test");
        drafts.open(no, "papers");
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);
        drafts.submit(no, "operator-test");
        decisions.accept(no, "reviewer");
        answers.reviewing(no, "审核中", null, null);
        answers.opened(no, pid);
        drafts.open(no, "receive");
        assertThat(applications.openFields(no)).doesNotContain("licencePeriodEnd");
        clock.advance(Duration.ofDays(20));
        assertThat(applications.openFields(no)).contains("licencePeriodEnd", "receivingAccount");
    }

    @Test
    void keepsWhereALotIs() throws Exception {
        as(operator, put(location(lot)), place("120.155070", "30.274085", " 0571-88888888 "))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.warnings").isEmpty());
        as(reviewer, get(location(lot)))
                .andExpect(jsonPath("$.longitude").value("120.155070"))
                .andExpect(jsonPath("$.servicePhone").value("0571-88888888"));
        as(operator, put(location(lot)), place("30.274085", "89.5", "95188"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.warnings.longitude").value(containsString("不在杭州及周边")))
                .andExpect(jsonPath("$.warnings.latitude").value(containsString("29.1 至 30.7")));
    }

    @Test
    void saysWhatIsWrongWithWhereALotIs() throws Exception {
        as(operator, put(location(lot)), place("120°9′", "", "88888888"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.longitude").value(containsString("高德地图坐标的度数")))
                .andExpect(jsonPath("$.fields.latitude").value("请填写纬度"))
                .andExpect(jsonPath("$.fields.servicePhone").value(containsString("带区号的座机")));
        as(operator, put(location(lot)), place("181", "91", "95188"))
                .andExpect(jsonPath("$.fields.longitude").value("经度不能大于 180"))
                .andExpect(jsonPath("$.fields.latitude").value("纬度不能大于 90"));
        assertThat(lots.byCode(lot.code()).orElseThrow().longitude()).isEmpty();
    }

    @Test
    void letsOnlyTheCompanySayWhereItsLotIs() throws Exception {
        Map<String, String> place = place("120.155070", "30.274085", "95188");
        as(stranger, put(location(lot)), place).andExpect(status().isNotFound());
        as(stranger, get(location(lot))).andExpect(status().isNotFound());
        as(reviewer, put(location(lot)), place)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value("此操作只对车场方开放"));
    }

    private String begun() {
        String no = drafts.create(Channel.ALIPAY, merchant.tenantId(), "operator-test");
        stages.started(no);
        return no;
    }

    private void account(String no) {
        SampleAlipay.fill(drafts, no, SampleAlipay.account(merchant, pid), List.of());
        drafts.submit(no, "operator-test");
    }

    private String submittedAccount() {
        String no = begun();
        account(no);
        return no;
    }

    private String submittedForm() {
        String no = submittedAccount();
        drafts.open(no, "apply");
        SampleAlipay.fill(drafts, no, SampleAlipay.form(lot), List.of());
        drafts.submit(no, "operator-test");
        drafts.open(no, "papers");
        SampleAlipay.fill(drafts, no, Map.of(), SampleAlipay.FORM_PAPERS);
        drafts.submit(no, "operator-test");
        return no;
    }

    private Map<String, String> faults(String no, Map<String, String> changes) {
        drafts.save(no, changes, "operator-test");
        return drafts.check(no).fields();
    }

    private static String label(ParkingLot lot) {
        return lot.name() + "（" + lot.code() + "）";
    }

    private static Map<String, String> place(String longitude, String latitude, String servicePhone) {
        return Map.of("longitude", longitude, "latitude", latitude, "servicePhone", servicePhone);
    }

    private static String draft(String no) {
        return "/api/applications/" + no + "/draft";
    }

    private static String location(ParkingLot lot) {
        return "/api/lots/" + lot.code() + "/location";
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request, Object body) throws Exception {
        return as(actor, request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    /** Our controllers without the login in front of them: who asks is given. */
    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return ApplicationControllers.of(app, actor).perform(request);
    }
}

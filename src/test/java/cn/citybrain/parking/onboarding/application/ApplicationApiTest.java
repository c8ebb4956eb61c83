package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.register.ApplicationList;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OnboardingTest
class ApplicationApiTest {

    private static final String ACCOUNT = "571900123410801";

    @Autowired
    ApplicationContext app;

    @Autowired
    TestDrafts drafts;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ChosenLots chosen;

    @Autowired
    ChannelAnswers answers;

    @Autowired
    ApplicationRows rows;

    @Autowired
    ApplicationList list;

    @Autowired
    DraftRows draftRows;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    LotBindings bindings;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    Merchant merchant;
    Actor operator;
    Actor stranger;
    Actor reviewer;
    Actor auditor;
    Actor vendor;

    @BeforeEach
    void people() {
        merchant = TestMerchants.add(merchants);
        operator = new Actor("op", "操作员", Set.of("lot-operator"), Set.of(merchant.tenantId()));
        stranger = new Actor("other", "别家操作员", Set.of("lot-operator"), Set.of("t-other"));
        reviewer = new Actor("reviewer", "审核员", Set.of("ops-reviewer"), Set.of(merchant.tenantId(), "t-other"));
        auditor = new Actor("auditor", "审计员", Set.of("auditor"), Set.of(merchant.tenantId()));
        vendor = new Actor("vendor", "技术员", Set.of("lot-vendor", "vendor-x"), Set.of());
    }

    @Test
    void takesAnOperatorFromTheFirstFieldToSubmission() throws Exception {
        String no = JsonPath.read(
                as(operator, post("/api/applications"), Map.of("channel", "wechatpay"))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.no");
        as(operator, put(draft(no)), Map.of("version", 0, "values", SampleForm.values(merchant, "5719 0012 3410 801")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        upload(operator, no, "licenceCopy", SampleForm.PICTURE).andExpect(status().isBadRequest());
        as(operator, post("/api/applications/" + no + "/submit"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(1));
        as(operator, get("/api/applications?mine"))
                .andExpect(jsonPath("$.rows[0].stateText").value("待上传资质证照"));
        drafts.open(no, "papers");
        as(operator, post("/api/applications/" + no + "/submit"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.licenceCopy").value("请上传营业执照照片"));
        for (String key : SampleForm.PAPERS) {
            upload(operator, no, key, SampleForm.PICTURE)
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.fieldKey").value(key))
                    .andExpect(jsonPath("$.mediaType").value("image/png"));
        }
        as(operator, post("/api/applications/" + no + "/check"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fields").isEmpty());
        as(operator, post("/api/applications/" + no + "/submit"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));
        as(operator, post("/api/applications/" + no + "/submit"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("待受理")));
        as(operator, get("/api/applications?mine"))
                .andExpect(jsonPath("$.rows[0].no").value(no))
                .andExpect(jsonPath("$.rows[0].company").value(merchant.tenantId()))
                .andExpect(jsonPath("$.rows[0].stateText").value("待受理"));
    }

    @Test
    void namesTheCompaniesOfAPersonEverywhereInTheSameOrderAndWords() throws Exception {
        List<String> tenants = Stream.of(merchant, TestMerchants.add(merchants))
                .map(Merchant::tenantId)
                .sorted()
                .toList();
        rename(tenants.get(0), "杭州丙停车");
        rename(tenants.get(1), "杭州丁停车");
        Actor both = new Actor("op", "操作员", Set.of("lot-operator"), Set.copyOf(tenants));
        Actor nobody = new Actor("op", "操作员", Set.of("lot-operator"), Set.of());
        for (String path : List.of("/api/channels/cmb/start", "/api/accounts/openings")) {
            as(both, get(path)).andExpect(jsonPath("$.companies[*].name").value(contains("杭州丁停车", "杭州丙停车")));
            as(both, get(path + "?company=" + tenants.get(0)))
                    .andExpect(jsonPath("$.company").value(tenants.get(0)));
            as(both, get(path + "?company=t-other"))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.message").value("没有找到这家公司的资料"));
            as(nobody, get(path))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.message").value("您的账号没有对应的车场方，请联系运营公司"));
        }
        as(both, get("/api/accounts/openings")).andExpect(jsonPath("$.company").value(tenants.get(1)));
    }

    private void rename(String tenant, String name) {
        jdbc.sql("UPDATE merchant SET name = ? WHERE tenant_id = ?")
                .params(name, tenant)
                .update();
    }

    @Test
    void tellsOfASecondWindow() throws Exception {
        String no = filled();

        as(operator, put(draft(no)), Map.of("version", 0, "values", Map.of("storeName", "西湖停车场")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("刷新")));
    }

    @Test
    void namesUnknownFieldsAndUnreadableBodies() throws Exception {
        String no = filled();

        as(operator, put(draft(no)), Map.of("version", 1, "values", Map.of("approved", "true", "storeName", "x")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.approved").value(containsString("没有名为 approved 的字段")));
        as(operator, put(draft(no)), Map.of("version", 1, "values", Map.of("licenceCopy", "someotherdocument")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.licenceCopy").value(containsString("没有名为")));
        String atThePapers = uploading();
        as(
                        operator,
                        put(draft(atThePapers)),
                        Map.of("version", 1, "values", Map.of("licenceCopy", "someotherdocument")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.licenceCopy").value(containsString("上传")));
        as(operator, put(draft(no)), Map.of("version", 1)).andExpect(status().isBadRequest());
        mvc(operator)
                .perform(put(draft(no)).contentType(MediaType.APPLICATION_JSON).content("{\"version\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("JSON")));
        as(operator, put(draft(no)), Map.of("version", 1, "values", Map.of("storeName", List.of("a"))))
                .andExpect(status().isBadRequest());
        as(operator, post("/api/applications"), Map.of("channel", "paypal"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.channel").exists());
        as(operator, get("/api/applications/catalogue/paypal")).andExpect(status().isBadRequest());
    }

    @Test
    void refusesPapersNamingFieldAndReason() throws Exception {
        String no = uploading();

        upload(operator, no, "licenceCopy", new byte[0])
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.licenceCopy").value("营业执照照片：文件是空的，请重新选择图片"));
        upload(operator, no, "licenceCopy", "<svg/>".getBytes())
                .andExpect(jsonPath("$.fields.licenceCopy").value(containsString("JPG、PNG、BMP")));
        upload(operator, no, "licenceCopy", new byte[20 * 1024 * 1024 + 1])
                .andExpect(jsonPath("$.fields.licenceCopy").value(containsString("超过上限 20 MB")));
        upload(operator, no, "storeName", SampleForm.PICTURE).andExpect(status().isBadRequest());
    }

    @Test
    void deletesAPaperOfTheDraft() throws Exception {
        String no = uploading();
        String id = draftRows.papers(no).get("licenceCopy");

        as(operator, delete("/api/applications/" + no + "/documents/" + id)).andExpect(status().isNoContent());
        as(operator, delete("/api/applications/" + no + "/documents/" + id)).andExpect(status().isNotFound());
        assertThat(draftRows.papers(no)).doesNotContainKey("licenceCopy");
    }

    @Test
    void knowsNothingOfForeignApplications() throws Exception {
        String no = submitted();

        for (Actor actor : List.of(stranger, vendor)) {
            as(actor, get("/api/applications/" + no)).andExpect(status().isNotFound());
            as(actor, put(draft(no)), Map.of("version", 1, "values", Map.of())).andExpect(status().isNotFound());
            as(actor, post("/api/applications/" + no + "/submit")).andExpect(status().isNotFound());
            as(actor, post("/api/applications/" + no + "/check")).andExpect(status().isNotFound());
            as(actor, get("/api/applications/" + no + "/lots")).andExpect(status().isNotFound());
            as(actor, post("/api/applications/" + no + "/review"), Map.of("decision", "accept"))
                    .andExpect(status().isNotFound());
            upload(actor, no, "licenceCopy", SampleForm.PICTURE).andExpect(status().isNotFound());
            as(actor, get("/api/applications")).andExpect(content().string(not(containsString(no))));
        }
    }

    @Test
    void refusesWrongRoles() throws Exception {
        String no = submitted();

        as(operator, post("/api/applications/" + no + "/review"), Map.of("decision", "accept"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value("此操作只对运营公司审核开放"));
        as(reviewer, post("/api/applications"), Map.of("channel", "wechatpay")).andExpect(status().isForbidden());
        as(reviewer, put(draft(no)), Map.of("version", 1, "values", Map.of())).andExpect(status().isForbidden());
        as(auditor, get("/api/applications/" + no + "/values/idCardNumber?reveal"))
                .andExpect(status().isForbidden());
        as(auditor, post("/api/applications/" + no + "/lots"), Map.of("lotCodes", List.of()))
                .andExpect(status().isForbidden());
        as(reviewer, get("/api/applications/" + filled())).andExpect(status().isNotFound());
    }

    @Test
    void masksByRole() throws Exception {
        String no = filled();
        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.idCardNumber").value("330106198001011235"))
                .andExpect(jsonPath("$.openFields", hasSize(40)));
        drafts.submit(no, "op");
        drafts.open(no, "papers");
        as(operator, get("/api/applications/" + no)).andExpect(jsonPath("$.openFields", hasSize(10)));
        SampleForm.upload(drafts, no, "op");
        drafts.submit(no, "op");

        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.idCardNumber").value("330***********1235"))
                .andExpect(jsonPath("$.openFields").isEmpty());
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.idCardName").value("张三丰"))
                .andExpect(jsonPath("$.values.licenceNumber").value(merchant.uscc()))
                .andExpect(jsonPath("$.values.accountNumber").value("**** 0801"))
                .andExpect(jsonPath("$.values.mobilePhone").value("138****0001"))
                .andExpect(jsonPath("$.account.accountNumberMasked").value("**** 0801"));
        as(auditor, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.idCardName").value("张**"))
                .andExpect(content().string(not(containsString(ACCOUNT))));
    }

    @Test
    void revealsANumberToTheReviewerAndKeepsWhoLooked() throws Exception {
        String no = submitted();

        as(reviewer, get("/api/applications/" + no + "/values/accountNumber?reveal"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.value").value(ACCOUNT));
        as(reviewer, get("/api/applications/" + no + "/values/uboName?reveal")).andExpect(status().isNotFound());
        assertThat(jdbc.sql("SELECT field_key || '/' || revealed_by FROM value_reveal WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .list())
                .containsExactly("accountNumber/reviewer");
    }

    @Test
    void checksTheReviewersDecision() throws Exception {
        String no = filled();
        drafts.save(no, 1, Map.of("licenceNumber", "91330100799655085B"), "op");
        drafts.submit(no, Map.of("licenceNumber", "执照上就是这样印的"), "op");
        SampleForm.upload(drafts, no, "op");
        drafts.submit(no, "op");

        review(no, Map.of("decision", "perhaps")).andExpect(status().isBadRequest());
        review(no, Map.of("decision", "return"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("至少对一个字段")));
        review(no, Map.of("decision", "return", "remarks", Map.of("nonsense", "x")))
                .andExpect(jsonPath("$.fields.nonsense").exists());
        review(no, Map.of("decision", "return", "remarks", Map.of("storeName", " ")))
                .andExpect(jsonPath("$.fields.storeName").value(containsString("停车场（门店）名称")));
        review(no, Map.of("decision", "refuse"))
                .andExpect(jsonPath("$.fields.reason").exists());
        review(no, Map.of("decision", "accept"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.licenceNumber").value(containsString("校验位")));
        review(no, Map.of("decision", "accept", "confirmedWarnings", List.of("licenceNumber")))
                .andExpect(status().isOk());
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.decision.decision").value("ACCEPT"));
        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.decision").isEmpty());
    }

    @Test
    void letsNobodyReviewWhatTheyFiled() throws Exception {
        String no = submitted();
        Actor both = new Actor("op", "身兼两职", Set.of("ops-reviewer"), Set.of(merchant.tenantId()));

        as(both, post("/api/applications/" + no + "/review"), Map.of("decision", "accept"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value(containsString("本人填报")));
    }

    @Test
    void showsTheReviewerWhatChanged() throws Exception {
        String no = submitted();
        review(no, Map.of("decision", "return", "remarks", Map.of("idCardNumber", "与照片不符", "indoorPic", "看不清")));
        decisions.giveBack(no, "reviewer");
        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.openFields", contains("idCardNumber", "indoorPic")))
                .andExpect(jsonPath("$.remarks[?(@.fieldKey=='idCardNumber')].reason")
                        .value("与照片不符"))
                .andExpect(jsonPath("$.values.idCardNumber").value("330106198001011235"))
                .andExpect(jsonPath("$.values.accountNumber").value("**** 0801"));
        as(operator, put(draft(no)), Map.of("version", 1, "values", Map.of("idCardNumber", "11010519491231002x")));
        upload(operator, no, "indoorPic", Arrays.copyOf(SampleForm.PICTURE, 100));
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.values.idCardNumber").value("330***********1235"));
        drafts.submit(no, "op");

        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.revisions[0].revision").value(3))
                .andExpect(jsonPath("$.revisions[0].changes[*].key", contains("idCardNumber", "indoorPic")))
                .andExpect(jsonPath("$.revisions[0].changes[0].before").value("330***********1235"))
                .andExpect(jsonPath("$.revisions[0].changes[0].after").value("110***********002X"))
                .andExpect(jsonPath("$.revisions[0].changes[1].documentAfter").isNotEmpty())
                .andExpect(jsonPath("$.revisions[1].remarks", hasSize(2)))
                .andExpect(jsonPath("$.remarks").isEmpty());
    }

    @Test
    void offersTheCompanysLotsAndSaysWhyOneIsNotToBeHad() throws Exception {
        ParkingLot free = TestMerchants.addLot(lots, merchant);
        ParkingLot taken = TestMerchants.addLot(lots, merchant);
        String other = readyToBind("571900000000001");
        bindings.bind(other, List.of(taken.code()));
        String no = readyToBind("571900000000002");

        as(operator, get("/api/applications/" + no + "/lots"))
                .andExpect(jsonPath("$[0].code").value(free.code()))
                .andExpect(jsonPath("$[0].selectable").value(true))
                .andExpect(jsonPath("$[1].selectable").value(false))
                .andExpect(jsonPath("$[1].reason").value(containsString(other)));
        as(operator, post("/api/applications/" + no + "/lots"), Map.of("lotCodes", List.of(taken.code())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString(taken.name())));
        as(operator, post("/api/applications/" + no + "/lots"), Map.of("lotCodes", List.of("HZ-FOREIGN")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("不属于本公司")));
        as(operator, post("/api/applications/" + no + "/lots"), Map.of("lotCodes", List.of(free.code())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lotCodes", contains(free.code())));
    }

    @Test
    void letsNoDoubtThroughWithoutASentenceThatTheReviewerReads() throws Exception {
        String no = filled();
        drafts.save(no, 1, Map.of("accountName", "杭州旧名停车有限公司"), "op");
        String doubt = "开户名称与商户名称不一致，请确认";
        as(operator, post("/api/applications/" + no + "/check"))
                .andExpect(jsonPath("$.fields").isEmpty())
                .andExpect(jsonPath("$.warnings.accountName").value(doubt))
                .andExpect(jsonPath("$.explanations").isEmpty());
        as(operator, post("/api/applications/" + no + "/submit"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(containsString("还有 1 处疑点")))
                .andExpect(jsonPath("$.fields.accountName").value(doubt + "。请更正，或写一句说明给审核人员看"));
        for (String sentence : List.of("对的", "停".repeat(201))) {
            explained(no, sentence)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.fields.accountName").value(doubt + "。说明请写 4 至 200 个字"));
        }
        explained(no, " 公司去年更名，电话 13857100001 ").andExpect(status().isOk());
        String said = "公司去年更名，电话 13857100001";

        SampleForm.upload(drafts, no, "op");
        as(operator, post("/api/applications/" + no + "/check"))
                .andExpect(jsonPath("$.explanations.accountName").value(said));
        as(operator, post("/api/applications/" + no + "/submit")).andExpect(status().isOk());
        as(reviewer, get("/api/applications/" + no))
                .andExpect(jsonPath("$.warnings.accountName").value(doubt))
                .andExpect(jsonPath("$.explanations.accountName").value(said));
        as(auditor, get("/api/applications/" + no))
                .andExpect(jsonPath("$.explanations.accountName").value("公司去年更名，电话 ******"));
        assertThat(jdbc.sql("SELECT explanations FROM application_revision WHERE application_no = ? AND revision = 2")
                        .param(no)
                        .query(String.class)
                        .single())
                .startsWith("demo:");
    }

    @Test
    void wantsANewSentenceWhenWhatTheDoubtIsAboutHasChanged() throws Exception {
        String no = filled();
        drafts.save(no, 1, Map.of("accountName", "杭州旧名停车有限公司"), "op");
        explained(no, "公司去年更名").andExpect(status().isOk());
        SampleForm.upload(drafts, no, "op");
        drafts.submit(no, "op");
        review(no, Map.of("decision", "return", "remarks", Map.of("accountName", "请写银行登记的户名", "bankName", "补")));
        decisions.giveBack(no, "reviewer");

        drafts.save(no, 2, Map.of("accountName", "杭州更旧停车有限公司"), "op");
        as(operator, post("/api/applications/" + no + "/check"))
                .andExpect(jsonPath("$.warnings.accountName").exists())
                .andExpect(jsonPath("$.explanations").isEmpty());
        as(operator, post("/api/applications/" + no + "/submit")).andExpect(status().isBadRequest());
        explained(no, "银行登记的就是这个户名").andExpect(status().isOk());
    }

    private ResultActions explained(String no, String sentence) throws Exception {
        return as(
                operator,
                post("/api/applications/" + no + "/submit"),
                Map.of("explanations", Map.of("accountName", sentence)));
    }

    @Test
    void beginsForTheLotsThatItIsMeantForAndOffersThemWhenTheyAreBound() throws Exception {
        ParkingLot first = TestMerchants.addLot(lots, merchant);
        ParkingLot second = TestMerchants.addLot(lots, merchant);
        ParkingLot foreign = TestMerchants.addLot(lots, TestMerchants.add(app.getBean(Merchants.class)));
        as(operator, get("/api/channels/wechatpay/start"))
                .andExpect(jsonPath("$.channelName").value("微信支付"))
                .andExpect(jsonPath("$.stages", contains("申请资料", "资质证照")))
                .andExpect(jsonPath("$.lots[*].code", contains(first.code(), second.code())))
                .andExpect(jsonPath("$.accounts").isEmpty());
        as(reviewer, get("/api/channels/wechatpay/start")).andExpect(status().isForbidden());
        begun(List.of(second.code(), foreign.code()), null)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.lotCodes").value(containsString("不属于本公司")));
        begun(List.of(second.code(), second.code()), null).andExpect(status().isBadRequest());

        String no = number(begun(List.of(second.code()), null));
        as(operator, get("/api/applications/" + no))
                .andExpect(jsonPath("$.intendedLots[*].name", contains(second.name())));
        as(operator, get("/api/applications/" + no + "/lots"))
                .andExpect(jsonPath("$[?(@.chosen == true)].code", contains(second.code())));
        assertThat(chosen.of(no)).as("nothing is bound by an intention").isEmpty();
    }

    @Test
    void whoWorksForSeveralCompaniesSaysForWhichOne() throws Exception {
        ParkingLot lot = TestMerchants.addLot(lots, merchant);
        Merchant other = TestMerchants.add(app.getBean(Merchants.class));
        Actor both = new Actor("op2", "两家", Set.of("lot-operator"), Set.of(merchant.tenantId(), other.tenantId()));
        String start = "/api/channels/wechatpay/start";
        as(both, get(start))
                .andExpect(jsonPath("$.companies.length()").value(2))
                .andExpect(jsonPath("$.company").doesNotExist())
                .andExpect(jsonPath("$.lots").isEmpty());
        as(both, get(start + "?company=" + merchant.tenantId()))
                .andExpect(jsonPath("$.company").value(merchant.tenantId()))
                .andExpect(jsonPath("$.lots[*].code", contains(lot.code())));
        as(operator, get(start + "?company=" + other.tenantId())).andExpect(status().isNotFound());

        as(both, post("/api/applications"), Map.of("channel", "wechatpay"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.company").value("请选择公司"));
        as(operator, post("/api/applications"), Map.of("channel", "wechatpay", "company", other.tenantId()))
                .andExpect(status().isNotFound());
        String no = number(
                as(both, post("/api/applications"), Map.of("channel", "wechatpay", "company", other.tenantId())));
        as(both, get("/api/applications/" + no))
                .andExpect(jsonPath("$.merchantName").value(other.name()));
    }

    @Test
    void takesOverWhatIsKnownOfAnAccountButNeitherPapersNorANumberInUse() throws Exception {
        String earlier = submitted();
        as(operator, get("/api/channels/wechatpay/start"))
                .andExpect(jsonPath("$.accounts[0].applicationNo").value(earlier))
                .andExpect(jsonPath("$.accounts[0].number").value("**** 0801"))
                .andExpect(jsonPath("$.accounts[0].state").value("APPLYING"));

        String running = number(begun(List.of(), earlier));
        assertThat(draftRows.values(running))
                .containsEntry("legalPerson", "张三丰")
                .doesNotContainKey("accountNumber");
        assertThat(draftRows.papers(running)).isEmpty();

        decisions.refuse(earlier, "reviewer", "不在受理范围");
        assertThat(draftRows.values(number(begun(List.of(), earlier)))).containsEntry("accountNumber", ACCOUNT);
        Merchant other = TestMerchants.add(app.getBean(Merchants.class));
        String foreign = SampleForm.submit(drafts, other, ACCOUNT, "other");
        begun(List.of(), foreign)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.like").value("没有这个账户"));
    }

    private ResultActions begun(List<String> lotCodes, String like) throws Exception {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("channel", "wechatpay");
        body.put("lotCodes", lotCodes);
        body.put("like", like);
        return as(operator, post("/api/applications"), body);
    }

    private static String number(ResultActions created) throws Exception {
        return JsonPath.read(created.andReturn().getResponse().getContentAsString(), "$.no");
    }

    private String readyToBind(String account) {
        String no = SampleForm.submit(drafts, merchant, account, "op");
        decisions.accept(no, "reviewer");
        answers.opened(no, "19" + account);
        return no;
    }

    private String filled() {
        return SampleForm.fill(drafts, merchant, ACCOUNT, "op");
    }

    private String uploading() {
        String no = filled();
        drafts.submit(no, "op");
        SampleForm.upload(drafts, no, "op");
        return no;
    }

    private String submitted() {
        return SampleForm.submit(drafts, merchant, ACCOUNT, "op");
    }

    private ResultActions review(String no, Map<String, ?> body) throws Exception {
        return as(reviewer, post("/api/applications/" + no + "/review"), body);
    }

    private ResultActions upload(Actor actor, String no, String field, byte[] content) throws Exception {
        return mvc(actor)
                .perform(multipart("/api/applications/" + no + "/documents?field=" + field)
                        .file(new MockMultipartFile("file", "照片.png", "image/png", content)));
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc(actor).perform(request);
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request, Object body) throws Exception {
        return mvc(actor)
                .perform(request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    private static String draft(String no) {
        return "/api/applications/" + no + "/draft";
    }

    /** Our controllers without the login in front of them: who asks is given. */
    private MockMvc mvc(Actor actor) {
        return ApplicationControllers.of(app, actor);
    }
}

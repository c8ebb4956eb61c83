package cn.citybrain.parking.onboarding.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
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
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.ApplicationControllers;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The API behind the forms of the steps on site: visits, results on paper, lane devices. */
@OnboardingTest
class StepsApiTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ChannelAnswers answers;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Appointments appointments;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    Merchant merchant;
    Actor operator;
    Actor stranger;
    Actor reviewer;
    Actor auditor;

    @BeforeEach
    void people() {
        clock.reset();
        merchant = TestMerchants.add(app.getBean(Merchants.class));
        Set<String> own = Set.of(merchant.tenantId());
        operator = new Actor("op", "操作员", Set.of("lot-operator"), own);
        stranger = new Actor("other", "别家操作员", Set.of("lot-operator"), Set.of("t-other"));
        reviewer = new Actor("reviewer", "审核员", Set.of("ops-reviewer"), own);
        auditor = new Actor("auditor", "审计员", Set.of("auditor"), own);
    }

    // visits

    @Test
    void setsTheDateOfAVisitAndMovesIt() throws Exception {
        String no = atTheChannel(Channel.UNIONPAY);
        as(operator, get(visit(no)))
                .andExpect(jsonPath("$.ahead").isEmpty())
                .andExpect(jsonPath("$.history").isEmpty());
        as(operator, post(visit(no)), date("2026-11-25", "10:00"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ahead.kind").value("CONFIRMED"))
                .andExpect(jsonPath("$.ahead.visitAt").value("2026-11-25T02:00:00Z"))
                .andExpect(jsonPath("$.ahead.contact").value("王经理 13800000001"));
        as(operator, post(visit(no)), date("2026-11-26", "14:30"))
                .andExpect(jsonPath("$.ahead.kindText").value("已改期"))
                .andExpect(jsonPath("$.history", hasSize(2)))
                .andExpect(jsonPath("$.history[0].visitAt").value("2026-11-26T06:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10:00, date, 请选择上门日期",
        "25.11.2026, 10:00, date, 请选择上门日期",
        "2026-11-20, 10:00, date, 上门日期已经过去，请选择以后的工作日",
        "2026-11-28, 10:00, date, 2026-11-28 不是工作日，请改选工作日",
        "2027-11-23, 10:00, date, 上门日期太远，请选择 60 天以内的工作日",
        "2026-11-25, '', time, '请选择上门时间，如 10:00'",
        "2026-11-25, 07:30, time, 上门时间应在 08:00 到 18:00 之间",
        "2026-11-23, 08:30, time, 上门时间已经过去，请选择以后的时间"
    })
    void saysWhatIsWrongWithADate(String date, String time, String field, String message) throws Exception {
        String no = atTheChannel(Channel.CMB);
        as(operator, post(visit(no)), date(date, time))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields." + field).value(message))
                .andExpect(jsonPath("$.fields.length()").value(1));
        assertThat(appointments.of(no)).isEmpty();
    }

    @Test
    void wantsSomebodyToCall() throws Exception {
        String no = atTheChannel(Channel.CITIZENCARD);
        as(operator, post(visit(no)), Map.of("date", "2026-11-25", "time", "10:00", "contactPhone", "12345"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.contactName").value("请填写对方联系人姓名"))
                .andExpect(jsonPath("$.fields.contactPhone").value(containsString("手机号码、带区号的座机")));
    }

    @Test
    void showsTelephonesOnlyToThoseWhoCall() throws Exception {
        String no = atTheChannel(Channel.ETC);
        appointments.propose(no, Instant.parse("2026-11-25T02:00:00Z"), "王经理 13800000001", "已排期", "etc");
        for (Actor actor : List.of(operator, reviewer)) {
            as(actor, get(visit(no)))
                    .andExpect(jsonPath("$.ahead.contact").value("王经理 13800000001"))
                    .andExpect(jsonPath("$.ahead.recordedBy").value("ETC"));
        }
        as(auditor, get(visit(no)))
                .andExpect(jsonPath("$.ahead.contact").value("王经理 ******"))
                .andExpect(jsonPath("$.ahead.note").value("已排期"));
        assertThat(jdbc.sql("SELECT contact FROM appointment WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .doesNotContain("王经理")
                .doesNotContain("13800000001");
    }

    @Test
    void arrangesNoVisitBeforeOrAfterItsTime() throws Exception {
        String no = TestForms.submit(drafts, Channel.UNIONPAY, merchant, account(), "op");
        as(operator, post(visit(no)), date("2026-11-25", "10:00"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("待受理")));
        as(reviewer, post(visit(no)), date("2026-11-25", "10:00")).andExpect(status().isForbidden());
        as(stranger, post(visit(no)), date("2026-11-25", "10:00")).andExpect(status().isNotFound());
        as(stranger, get(visit(no))).andExpect(status().isNotFound());
    }

    // papers of the steps

    @Test
    void keepsAContractForGoodOnceTheVisitNamesIt() throws Exception {
        String no = atTheChannel(Channel.UNIONPAY);
        String first = uploaded(operator, no, "signedContract");
        as(operator, get(visit(no)))
                .andExpect(jsonPath("$.contract.id").value(first))
                .andExpect(jsonPath("$.contract.label").value("签约合同照片"));
        as(reviewer, delete(papers(no) + "/" + first)).andExpect(status().isNotFound());
        as(operator, delete(papers(no) + "/" + first)).andExpect(status().isNoContent());

        String second = uploaded(operator, no, "signedContract");
        appointments.held(no, second, "op");
        as(operator, delete(papers(no) + "/" + second)).andExpect(status().isNotFound());
        as(auditor, get(visit(no)))
                .andExpect(jsonPath("$.contract").isEmpty())
                .andExpect(jsonPath("$.history[0].kindText").value("已签约"))
                .andExpect(jsonPath("$.history[0].contract.id").value(second));
        assertThat(app.getBean(Documents.class).find(second))
                .hasValueSatisfying(paper -> assertThat(paper.tenantId()).isEqualTo(merchant.tenantId()));
    }

    @Test
    void takesEachPaperFromThoseWhoseItIs() throws Exception {
        String no = atTheChannel(Channel.UNIONPAY);
        upload(reviewer, no, "signedContract", SampleForm.PICTURE).andExpect(status().isForbidden());
        upload(operator, no, "signingResult", SampleForm.PICTURE).andExpect(status().isForbidden());
        upload(auditor, no, "signedContract", SampleForm.PICTURE).andExpect(status().isForbidden());
        upload(stranger, no, "signedContract", SampleForm.PICTURE).andExpect(status().isNotFound());
        upload(operator, no, "licenceCopy", SampleForm.PICTURE).andExpect(status().isBadRequest());
        upload(operator, no, "signedContract", "<svg/>".getBytes())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.signedContract").value(containsString("JPG、PNG、BMP")));
        String early = TestForms.submit(drafts, Channel.UNIONPAY, merchant, account(), "op");
        upload(operator, early, "signedContract", SampleForm.PICTURE)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("待受理")));
    }

    // results on paper

    @Test
    void recordsThatTheAccountIsOpenWithAPaperOnly() throws Exception {
        String no = atTheChannel(Channel.UNIONPAY);
        as(reviewer, post(result(no)), Map.of("decision", "opened", "channelAccount", "8"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.channelAccount").value(containsString("4 到 32 位")))
                .andExpect(jsonPath("$.fields.signingResult").value("请上传签约入网凭证的照片"));
        String paper = uploaded(reviewer, no, "signingResult");
        as(reviewer, post(result(no)), Map.of("decision", "opened", "channelAccount", " 898330148160001 "))
                .andExpect(status().isOk());
        as(reviewer, post(result(no)), Map.of("decision", "opened", "channelAccount", "898330148160002"))
                .andExpect(status().isOk());

        SigningResults results = app.getBean(SigningResults.class);
        assertThat(results.unused(no)).hasValueSatisfying(kept -> {
            assertThat(kept.channelAccount()).isEqualTo("898330148160002");
            assertThat(kept.documentId()).isEqualTo(paper);
        });
        as(auditor, get(result(no))).andExpect(jsonPath("$.results").isEmpty());
        results.use(no);
        as(auditor, get(result(no)))
                .andExpect(jsonPath("$.results", hasSize(1)))
                .andExpect(jsonPath("$.results[0].channelAccount").value("898330148160002"))
                .andExpect(jsonPath("$.results[0].paper.id").value(paper));
    }

    @Test
    void recordsARefusalWithAReasonOnly() throws Exception {
        String no = atTheChannel(Channel.CMB);
        as(reviewer, post(result(no)), Map.of("decision", "refused"))
                .andExpect(jsonPath("$.fields.reason").value(containsString("请填写对方拒绝的原因")));
        as(reviewer, post(result(no)), Map.of("decision", "refused", "reason", "x", "remarks", Map.of("nonsense", "y")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.nonsense").exists());
        as(
                        reviewer,
                        post(result(no)),
                        Map.of("decision", "refused", "reason", "地址不符", "remarks", Map.of("storeAddress", " ")))
                .andExpect(jsonPath("$.fields.storeAddress").value("请写明停车场地址的问题"));
        as(reviewer, post(result(no)), Map.of("decision", "perhaps")).andExpect(status().isBadRequest());
        as(operator, post(result(no)), Map.of("decision", "refused", "reason", "x"))
                .andExpect(status().isForbidden());
        as(stranger, get(result(no))).andExpect(status().isNotFound());
        Actor both = new Actor("op", "身兼两职", Set.of("ops-reviewer"), Set.of(merchant.tenantId()));
        as(both, post(result(no)), Map.of("decision", "refused", "reason", "x")).andExpect(status().isForbidden());
    }

    // devices

    @Test
    void recordsMendsAndRemovesALane() throws Exception {
        String no = atTheChannel(Channel.ETC);
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        String photo = uploaded(operator, no, "devicePhoto");
        String body = as(operator, post(devices(no)), device(lot, " 01 ", "3301 0000 abcd", photo))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.devices[0].lotName").value(lot.name()))
                .andExpect(jsonPath("$.devices[0].laneNo").value("01"))
                .andExpect(jsonPath("$.devices[0].terminalNo").value("33010000ABCD"))
                .andExpect(jsonPath("$.devices[0].stateText").value("已登记"))
                .andExpect(jsonPath("$.devices[0].photo.id").value(photo))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int id = JsonPath.read(body, "$.devices[0].id");
        as(operator, put(devices(no) + "/" + id), device(lot, "02", "33010000ABCE", photo))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.devices[0].laneNo").value("02"));
        as(operator, delete(devices(no) + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.devices").isEmpty());
        as(operator, delete(devices(no) + "/" + id)).andExpect(status().isNotFound());
        assertThat(app.getBean(Documents.class).find(photo))
                .as("its photo goes with it")
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithALane() throws Exception {
        String no = atTheChannel(Channel.ETC);
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        ParkingLot second = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        ParkingLot foreign =
                TestMerchants.addLot(app.getBean(ParkingLots.class), TestMerchants.add(app.getBean(Merchants.class)));
        as(operator, post(devices(no)), Map.of())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.length()").value(5))
                .andExpect(jsonPath("$.fields.lotCode").value("请选择本公司的停车场"))
                .andExpect(jsonPath("$.fields.photoId").value(containsString("现场照片")));
        as(operator, post(devices(no)), device(foreign, "01", "33010000ABCD", photo(no)))
                .andExpect(jsonPath("$.fields.lotCode").value("请选择本公司的停车场"));
        as(operator, post(devices(no)), device(lot, "车道一", "33010000ABCG", "someotherpaper"))
                .andExpect(jsonPath("$.fields.laneNo").exists())
                .andExpect(jsonPath("$.fields.terminalNo").value(containsString("12 位十六进制数")))
                .andExpect(jsonPath("$.fields.photoId").exists());

        String photo = photo(no);
        as(operator, post(devices(no)), device(lot, "01", "33010000ABCD", photo))
                .andExpect(status().isCreated());
        as(operator, post(devices(no)), device(lot, "01", "33010000ABCD", photo))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.laneNo").value("这个停车场的 01 车道已经登记过"))
                .andExpect(jsonPath("$.fields.terminalNo").value(containsString("01 车道")))
                .andExpect(jsonPath("$.fields.photoId").exists());
        as(operator, post(devices(no)), device(second, "01", "33010000ABCD", photo(no)))
                .andExpect(status().isCreated());
    }

    @Test
    void leavesDevicesToThoseWhoseTheyAre() throws Exception {
        String no = atTheChannel(Channel.ETC);
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        as(reviewer, post(devices(no)), device(lot, "01", "33010000ABCD", "x")).andExpect(status().isForbidden());
        as(stranger, get(devices(no))).andExpect(status().isNotFound());
        as(operator, post(devices(no) + "/remarks"), Map.of("reasons", Map.of()))
                .andExpect(status().isForbidden());
        as(reviewer, post(devices(no) + "/remarks"), Map.of("reasons", Map.of("999999", "看不清")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields.999999").value(containsString("不在待验收的设备里")));
        as(auditor, get(devices(no)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("null"))));

        String other = atTheChannel(Channel.UNIONPAY);
        as(operator, post(devices(other)), device(lot, "01", "33010000ABCD", "x"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("不需要安装设备")));
    }

    @Test
    void wantsAReasonForEveryLaneThatGoesBack() throws Exception {
        String no = atTheChannel(Channel.ETC);
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
        TestSteps.device(app, no, lot.code(), "01", "33010000ABCD");
        Installations installations = app.getBean(Installations.class);
        installations.submit(no);
        String id = String.valueOf(installations.of(no).get(0).id());
        as(reviewer, post(devices(no) + "/remarks"), Map.of("reasons", Map.of(id, " ")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.fields." + id).value(containsString("请写明退回的原因")));
        as(reviewer, post(devices(no) + "/remarks"), Map.of("reasons", Map.of(id, "照片看不清")))
                .andExpect(jsonPath("$.devices[0].reason").value("照片看不清"))
                .andExpect(jsonPath("$.devices[0].state").value("SUBMITTED"));
        as(reviewer, post(devices(no) + "/remarks"), Map.of("reasons", Map.of()))
                .andExpect(jsonPath("$.devices[0].reason").value(""));
        as(operator, put(devices(no) + "/" + id), device(lot, "02", "33010000ABCD", "x"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.message").value(containsString("待验收")));
    }

    private String atTheChannel(Channel channel) {
        String no = TestForms.submit(drafts, channel, merchant, account(), "op");
        TestReviews.accept(app, no, "reviewer");
        decisions.accept(no, "reviewer");
        answers.reviewing(no, "已提交", null, null);
        return no;
    }

    private String account() {
        return "5719" + (100000000L + System.nanoTime() % 100000000L);
    }

    private static Map<String, String> date(String date, String time) {
        return Map.of("date", date, "time", time, "contactName", "王经理", "contactPhone", "13800000001");
    }

    private static Map<String, String> device(ParkingLot lot, String lane, String terminal, String photo) {
        Map<String, String> device = new HashMap<>();
        device.put("lotCode", lot.code());
        device.put("laneNo", lane);
        device.put("deviceSerial", "RSU-" + lot.code());
        device.put("terminalNo", terminal);
        device.put("photoId", photo);
        return device;
    }

    private String photo(String no) throws Exception {
        return uploaded(operator, no, "devicePhoto");
    }

    private String uploaded(Actor actor, String no, String field) throws Exception {
        return JsonPath.read(
                upload(actor, no, field, SampleForm.PICTURE)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
    }

    private ResultActions upload(Actor actor, String no, String field, byte[] content) throws Exception {
        return mvc(actor)
                .perform(multipart(papers(no) + "?field=" + field)
                        .file(new MockMultipartFile("file", "照片.png", "image/png", content)));
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc(actor).perform(request);
    }

    private ResultActions as(Actor actor, MockHttpServletRequestBuilder request, Object body) throws Exception {
        return mvc(actor)
                .perform(request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    private static String visit(String no) {
        return "/api/applications/" + no + "/appointment";
    }

    private static String result(String no) {
        return "/api/applications/" + no + "/signing-result";
    }

    private static String papers(String no) {
        return "/api/applications/" + no + "/step-documents";
    }

    private static String devices(String no) {
        return "/api/applications/" + no + "/devices";
    }

    /** Our controllers without the login in front of them: who asks is given. */
    private MockMvc mvc(Actor actor) {
        return ApplicationControllers.of(app, actor);
    }
}

package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.PublishedEvents;
import cn.citybrain.parking.onboarding.merchant.profile.TestProfiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What people do, in the browser in which they do it. */
@NeedsChromium
@LiveApplication
@ExtendWith(OutputCaptureExtension.class)
class OnboardingInTheBrowserTest {

    private static final String LOT = "湖滨银泰停车场";
    private static final String LOT_CODE = "3301020001";
    private static final String ID_CARD = "330106198107150030";
    private static final String PHONE = "13857196688";
    private static final String ACCOUNT =
            "1202" + ThreadLocalRandom.current().nextLong(10_000_000_000_000L, 99_999_999_999_999L);
    private static final String PLATE =
            "浙A%05d".formatted(ThreadLocalRandom.current().nextInt(10_000, 100_000));
    private static final String BINDING_OF_TASK = """
            async () => (await (await fetch('/api/tasks/' + location.href.match(/task=([^&]+)/)[1])).json()).bindingId
            """;
    private static final List<String> PAPERS =
            List.of("licenceCopy", "idCardCopy", "idCardNational", "storeEntrancePic", "indoorPic");

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    DataSource database;

    @Autowired
    PublishedEvents events;

    private Desk desk;
    private Tasklist operator;
    private Tasklist reviewer;
    private String no;
    private Page lot;
    private long bindingId;

    @BeforeEach
    void nothingIsKeptOfTheCompany() {
        TestProfiles.empty(app, "hubin");
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/browser-test"));
    }

    @Test
    void aLotGetsWechatPayFromTheApplicationToLive(CapturedOutput log) throws SQLException {
        operator = tasklist("hubin");
        reviewer = tasklist("reviewer");
        desk = new Desk(operator.page().context().request(), address());

        apply();
        returnAndCorrect();
        accept();
        verifyAndSign();
        bind();
        connect();
        driveThrough();

        assertThat(lot.locator(".ob-heading .ob-badge")).containsText("正式接入");
        picture(lot, "lot-live");
        sensitiveValuesAreNowhere(log);
    }

    private void apply() {
        operator.openStartForm("微信支付渠道接入");
        operator.page().locator("input[name=ob-lot][value='" + LOT_CODE + "']").check();
        picture(operator.page(), "tasklist-start");
        operator.start();
        operator.led("填写申请资料（联系人、企业等信息）");
        no = operator.page()
                .locator(".task-details >> text=/WX\\d{12}/")
                .first()
                .textContent()
                .replaceAll("(?s).*(WX\\d{12}).*", "$1");
        values().forEach(this::fill);
        city("storeAddressCode", "浙江省", "330100");
        city("bankAddressCode", "浙江省", "330100");
        for (String forever : List.of("licencePeriodEnd", "idCardPeriodEnd")) {
            operator.page()
                    .locator("[data-field=" + forever + "] input[type=checkbox]")
                    .check();
        }
        operator.pressComplete();
        assertThat(operator.error("idCardNumber")).containsText("证件号码校验位不符");
        fill("idCardNumber", ID_CARD);
        fill("accountName", "杭州湖滨停车有限公司");
        assertThat(operator.page().locator(".ob-draft")).containsText("已保存");
        operator.page().locator(".ob-notice").first().scrollIntoViewIfNeeded();
        picture(operator.page(), "tasklist-apply");
        operator.pressComplete();
        explainTheDoubt();
        operator.led("上传资质证照");
        operator.pressComplete();
        assertThat(operator.error("licenceCopy")).containsText("请上传营业执照照片");
        for (String paper : PAPERS) {
            operator.field(paper).setInputFiles(photograph());
            assertThat(operator.page().locator("[data-field=" + paper + "] img"))
                    .isVisible();
        }
        picture(operator.page(), "tasklist-papers");
        operator.complete();
        Locator submitted = operator.page().locator(".ob-submitted");
        assertThat(submitted).containsText("“上传资质证照”已提交");
        assertThat(submitted).containsText("申请 " + no);
        assertThat(submitted).containsText("接下来：等待运营公司审核人员办理“受理”");
    }

    /** The account is in the company's old name, and the short name fits any lot: both are doubtful, and said to be right. */
    private void explainTheDoubt() {
        Locator doubt = operator.page().locator("[data-doubt=accountName]");
        assertThat(doubt).containsText("开户名称与商户名称不一致");
        assertThat(doubt.locator(".ob-error")).containsText("请更正，或写一句说明");
        doubt.locator("input").fill("公司 2025 年更名，银行户名尚未变更");
        Locator generic = operator.page().locator("[data-doubt=merchantShortname]");
        assertThat(generic).containsText("“停车场”是泛称，车主看不出是哪一家");
        generic.locator("input").fill("招牌上就是这样写的");
        picture(operator.page(), "tasklist-doubt");
        operator.pressComplete();
    }

    private void returnAndCorrect() {
        reviewer.take("受理", no);
        Page page = reviewer.page();
        page.locator("[data-field=merchantShortname] input[type=checkbox]").check();
        page.locator("[data-field=merchantShortname] input[type=text]").fill("请写明是哪一家停车场");
        reviewer.complete();

        operator.take("补正申请资料", no);
        assertThat(operator.page().locator("[data-field=merchantShortname] .ob-remark"))
                .containsText("请写明是哪一家停车场");
        assertThat(operator.field("merchantName")).hasCount(0);
        fill("merchantShortname", "湖滨停车");
        operator.complete();
    }

    private void accept() {
        reviewer.take("受理", no);
        assertThat(reviewer.page().locator(".onboarding-form")).containsText("湖滨停车");
        assertThat(reviewer.page().locator(".onboarding-form")).not().containsText(ID_CARD);
        assertThat(reviewer.page().locator(".ob-check .ob-said")).hasText("申请人说明：公司 2025 年更名，银行户名尚未变更");
        assertThat(reviewer.page().locator(".ob-facts")).containsText(LOT);
        for (var warning : reviewer.page().locator(".ob-check input").all()) {
            warning.check();
        }
        reviewer.page().locator("input[name=ob-decision][value=accept]").check();
        picture(reviewer.page(), "tasklist-review");
        reviewer.complete();
    }

    private void verifyAndSign() {
        JsonNode applyment = desk.await(
                "/demo/api/wechatpay/applications",
                a -> a.path("no").asText().equals(no)
                        && a.path("state").asText().equals("AUDITING"));
        String code = "/demo/api/wechatpay/applications/" + applyment.path("no").asText();
        desk.post(code + "/advance", Map.of());
        operator.take("接收并验证微信支付邮件", no);
        assertThat(operator.completeButton()).isHidden();
        follow("打开验证页面");
        press(operator.page(), "我已验证，立即查询");
        operator.take("签署微信支付协议", no);
        follow("打开签约页面");
        desk.post(code + "/advance", Map.of());
        press(operator.page(), "我已签约，立即查询");
        reviewer.take("账号验证确认", no);
        reviewer.page().locator("input[name=ob-decision][value=confirm]").check();
        reviewer.complete();
    }

    /** Opens WeChat Pay's page behind a link of the form, and does there what it asks. */
    private void follow(String link) {
        String href =
                operator.page().locator("a.ob-button:has-text('" + link + "')").getAttribute("href");
        try (Page wechat = operator.page().context().newPage()) {
            wechat.navigate(href);
            wechat.click("#go");
            wechat.waitForLoadState();
        }
    }

    private void bind() {
        operator.take("配置停车场微信支付收款账户", no);
        Locator intended = operator.page().locator("input[name=ob-lot][value='" + LOT_CODE + "']");
        assertThat(intended).isChecked();
        intended.uncheck();
        operator.pressComplete();
        assertThat(operator.page().locator(".ob-error:has-text('请至少选择一个停车场')")).isVisible();
        intended.check();
        operator.complete();
        refuse(atTheDesk());
        desk.post(atTheDesk() + "/pass", Map.of());
    }

    /** Address of the lot where WeChat Pay looks at it. */
    private String atTheDesk() {
        JsonNode lot = desk.await(
                "/demo/api/wechatpay/lots",
                l -> l.path("state").asText().equals("AUDITING")
                        && l.path("name").asText().equals(LOT));
        return "/demo/api/wechatpay/lots/" + lot.path("reference").asText();
    }

    /** WeChat Pay refuses the lot: its operator asks the operating company, which submits it again. */
    private void refuse(String lot) {
        desk.post(lot + "/refuse", Map.of("reason", "停车场地址与招牌不一致"));
        operator.take("处理渠道拒绝的停车场", no);
        Page page = operator.page();
        assertThat(page.locator(".onboarding-form")).containsText("停车场地址与招牌不一致");
        page.locator("input[name=ob-decision][value=ask]").check();
        operator.pressComplete();
        assertThat(page.locator(".ob-error:has-text('请写明请运营公司处理什么')")).isVisible();
        page.fill(".onboarding-form textarea", "地址由运营公司维护，请按招牌更正");
        picture(page, "correct-lot");
        operator.complete();
        reviewer.take("与渠道处理拒绝注册", no);
        assertThat(reviewer.page().locator(".onboarding-form")).containsText("地址由运营公司维护，请按招牌更正");
        reviewer.page().locator("input[name=ob-decision][value=return]").check();
        reviewer.pressComplete();
        assertThat(reviewer.page().locator(".ob-error:has-text('请写明请车场方更正什么')")).isVisible();
        reviewer.page().locator("input[name=ob-decision][value=resubmit]").check();
        picture(reviewer.page(), "lot-refused");
        reviewer.complete();
    }

    /** The vendor registers key and plate, then watches the lot's page, which fills itself. */
    private void connect() {
        Tasklist vendor = tasklist("zhilian");
        vendor.take("接口开发与对接准备", no);
        Page page = vendor.page();
        vendor.pressComplete();
        assertThat(page.locator(".ob-problem")).containsText("请先登记停车场系统的 accessID 和公钥");
        JsonNode system = desk.get("/demo/api/lots/" + LOT_CODE);
        page.fill("label:has-text('accessID') input", system.path("accessId").asText());
        page.fill("label:has-text('公钥') textarea", system.path("publicKey").asText());
        press(page, "登记密钥");
        assertThat(page.locator(".onboarding-form")).containsText("公钥指纹");
        assertThat(page.locator("summary:has-text('平台公钥')")).hasCount(2);
        assertThat(page.locator("#ob-platform-key-bits")).hasText("1024 位");
        press(page, "改用 2048 位的密钥");
        assertThat(page.locator("#ob-platform-key-bits")).hasText("2048 位");
        press(page, "改用 1024 位的密钥");
        assertThat(page.locator("#ob-platform-key-bits")).hasText("1024 位");
        page.fill("#ob-plateNo", PLATE);
        press(page, "登记车辆");
        assertThat(page.locator("td:has-text('" + PLATE + "')").first()).isVisible();
        bindingId = Long.parseLong(page.evaluate(BINDING_OF_TASK).toString());
        assertThat(page.locator(".page-notifications .close")).hasCount(0);
        assertThat(page.locator(".ob-problem")).hasCount(0);
        picture(page, "tasklist-prepare-interface");
        guessAddresses(page.url().replaceFirst(".*task=([^&]+).*", "$1"));
        vendor.complete();
        page.navigate(address() + "/lots/" + bindingId);
        lot = page;
    }

    /** First a visit whose exit fee differs from the bill, then one that is right. */
    private void driveThrough() {
        String visits = "/demo/api/lots/" + LOT_CODE + "/visits";
        desk.post("/demo/api/lots/" + LOT_CODE + "/hello", Map.of());
        desk.post(visits, Map.of("plateNo", PLATE, "plateColor", 1, "amount", 500, "spoil", "EXIT_FEE_DIFFERS"));
        assertThat(lot.locator(".ob-diagnosis")).hasCount(1);
        desk.post(visits, Map.of("plateNo", PLATE, "plateColor", 1, "amount", 500));
    }

    /** 城西's operator and the vendor of other lots guess the addresses of 湖滨's onboarding. */
    private void guessAddresses(String task) {
        String engine = "/camunda/api/engine/engine/default/";
        String document = documentOf(operator.page());
        for (String stranger : List.of("chengxi", "vendor2")) {
            Page page = tasklist(stranger).page();
            for (String path : List.of(
                    "/api/applications/" + no,
                    "/api/documents/" + document,
                    "/api/bindings/" + bindingId,
                    "/api/tasks/" + task,
                    engine + "task/" + task,
                    engine + "task/" + task + "/variables")) {
                var answer = page.request().get(address() + path);
                assertThat(answer.status()).as("%s at %s", stranger, path).isEqualTo(404);
                assertThat(answer.text()).as("%s at %s", stranger, path).doesNotContain("湖滨");
            }
            String list = page.request()
                    .get(address() + engine + "task?maxResults=100&processInstanceBusinessKeyLike=" + no + "%25")
                    .text();
            assertThat(list).isEqualTo("[]");
            page.navigate(address() + "/applications/" + no);
            assertThat(page.locator("body")).containsText("没有找到");
            assertThat(page.locator("body")).not().containsText("湖滨");
        }
    }

    private String documentOf(Page page) {
        return page.evaluate(
                        "async no => Object.values((await (await fetch('/api/applications/' + no)).json()).documents)[0].id",
                        no)
                .toString();
    }

    private void sensitiveValuesAreNowhere(CapturedOutput log) throws SQLException {
        Canaries canaries = new Canaries(List.of(ID_CARD, PHONE, ACCOUNT));
        canaries.areInNoTableOf(database);
        canaries.areNotIn("log", log.getAll());
        canaries.areNotIn("mails", desk.get("/demo/api/mails").toString());
        canaries.areNotIn("published events", String.join("\n", events.texts()));
    }

    /** For the README. */
    private static void picture(Page page, String name) {
        Chromium.photograph(page, new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    private static void press(Page page, String button) {
        page.locator("button:has-text('" + button + "')").first().click();
    }

    private void fill(String field, String value) {
        var input = operator.field(field);
        if ("SELECT".equals(input.evaluate("e => e.tagName"))) {
            input.selectOption(value);
        } else {
            input.fill(value);
        }
    }

    /** A city is chosen by its province; nobody types a code. */
    private void city(String field, String province, String code) {
        operator.field(field).selectOption(province);
        operator.field(field + "-city").selectOption(code);
    }

    private Tasklist tasklist(String userId) {
        return Tasklist.login(chromium.person(1400, 900), address(), userId);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static FilePayload photograph() {
        BufferedImage image = new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("照片.png", "image/png", png.toByteArray());
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contactType", "LEGAL");
        values.put("contactName", "林晓湖");
        values.put("mobilePhone", PHONE);
        values.put("contactEmail", "finance@hubin.example");
        values.put("subjectType", "ENTERPRISE");
        values.put("licenceNumber", "91330102765432101R");
        values.put("merchantName", "杭州湖滨停车管理有限公司");
        values.put("legalPerson", "林晓湖");
        values.put("licenceAddress", "浙江省杭州市上城区演示路1号");
        values.put("licencePeriodBegin", "2015-06-01");
        values.put("idCardName", "林晓湖");
        values.put("idCardNumber", "330106198107150099");
        values.put("idCardAddress", "浙江省杭州市上城区演示路2号");
        values.put("idCardPeriodBegin", "2015-03-01");
        values.put("owner", "true");
        values.put("merchantShortname", "停车场");
        values.put("servicePhone", "0571-88000000");
        values.put("storeName", "湖滨停车");
        values.put("storeAddress", "杭州市上城区演示路1号");
        values.put("bankAccountType", "CORPORATE");
        values.put("accountName", "杭州湖滨停车管理有限公司");
        values.put("accountBank", "工商银行");
        values.put("accountNumber", ACCOUNT);
        return values;
    }
}

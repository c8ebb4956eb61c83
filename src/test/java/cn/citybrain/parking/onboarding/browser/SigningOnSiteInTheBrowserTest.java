package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.merchant.profile.TestProfiles;
import cn.citybrain.parking.onboarding.process.due.WorkingCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The steps on site in the browser: the visit, the devices in the lanes, and the result of a bank that works on paper. */
@NeedsChromium
@LiveApplication
class SigningOnSiteInTheBrowserTest {

    private static final String LOT_CODE = "3301020002";
    private static final String LATER_LOT = "3301020003";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    WorkingCalendar calendar;

    private Tasklist operator;
    private Tasklist reviewer;
    private Desk desk;
    private String no;

    @BeforeEach
    void nothingIsKeptOfTheCompany() {
        TestProfiles.empty(app, "hubin");
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/signing-on-site"));
    }

    @Test
    void etcSignsAndInstallsBeforeALotIsChosen() {
        applied("ETC 渠道接入", "ET", Map.of());
        JsonNode application = desk.await(
                "/demo/api/etc/applications", a -> a.path("no").asText().equals(no));
        String at = "/demo/api/etc/applications/" + application.path("no").asText() + "/";
        desk.post(at + "visit", Map.of("date", TODAY.plusDays(3).toString(), "contact", "王工 13800000001"));

        visit("等待 ETC 联系上门签约");
        install();
        for (String step : List.of("sign", "install", "finish")) {
            desk.post(at + step, Map.of());
        }

        operator.take("配置停车场 ETC 收款账户", no);
        Page page = operator.page();
        assertThat(page.locator(".ob-choice.closed .ob-why").first()).containsText("还没有验收通过的车道设备");
        page.locator("input[name=ob-lot][value='" + LOT_CODE + "']").check();
        picture(page, "etc-bind-lots");
        operator.complete();
        page.navigate(address() + "/applications/" + no);
        assertThat(page.locator("body")).containsText("上门签约记录");
        assertThat(page.locator("body")).containsText("33010000ABCD");
        assertThat(page.locator("img[alt='签约合同']")).isVisible();
        picture(page, "etc-application");

        installMore();
        page.navigate(address() + "/applications/" + no);
        assertThat(page.locator("tr:has-text('33010000ABCE')")).containsText("验收通过");
    }

    @Test
    void aBankOnPaperIsRecordedByTheOperatingCompany() {
        applied("银联渠道接入", "YL", Map.of("signingBank", "hzurcb"));
        reviewer.take("代交申请资料", no);
        Page page = reviewer.page();
        assertThat(page.locator(".onboarding-form")).containsText("杭州联合银行没有接口");
        reviewer.pressComplete();
        assertThat(page.locator(".ob-error:has-text('请办好以后勾选')")).isVisible();
        page.locator(".ob-check input").check();
        picture(page, "hand-over");
        reviewer.complete();

        operator.take("等待收单银行联系上门签约", no);
        assertThat(operator.page().locator(".onboarding-form")).containsText("您选择的签约收单银行：杭州联合银行");
        decide(operator.page(), "signed");
        operator.page().locator("#ob-signedContract").setInputFiles(photograph());
        assertThat(operator.page().locator(".ob-upload img")).isVisible();
        operator.complete();

        reviewer.take("登记签约入网结果", no);
        decide(page, "opened");
        reviewer.pressComplete();
        assertThat(page.locator(".ob-error:has-text('请先上传签约入网凭证的照片')")).isVisible();
        page.locator("#ob-signingResult").setInputFiles(photograph());
        assertThat(page.locator(".ob-upload img")).isVisible();
        reviewer.pressComplete();
        assertThat(reviewer.error("channelAccount")).containsText("4 到 32 位");
        page.fill("#ob-channelAccount", "898330148160001");
        picture(page, "record-result");
        reviewer.complete();

        operator.page().reload();
        operator.take("配置停车场银联收款账户", no);
        assertThat(operator.page().locator(".onboarding-form")).containsText("898330148160001");
    }

    @Test
    void theInstructionsNameTheChannelsWhosePeopleCome() {
        Page page = tasklist("hubin").page();
        page.navigate(address() + "/help");
        String channels =
                ChannelFixtures.signingOnSite().map(Channel::displayName).collect(Collectors.joining("、"));
        assertThat(page.locator(".ob-guide")).containsText(channels + "由对方上门签约：");
    }

    /** From the start form to the acceptance. */
    private void applied(String process, String prefix, Map<String, String> special) {
        operator = tasklist("hubin");
        reviewer = tasklist("reviewer");
        desk = new Desk(operator.page().context().request(), address());
        operator.openStartForm(process);
        operator.start();
        operator.led("填写申请资料");
        Map<String, String> values = values();
        values.putAll(special);
        values.forEach(this::fill);
        operator.page()
                .locator("[data-field=licencePeriodEnd] input[type=checkbox]")
                .check();
        picture(operator.page(), prefix + "-apply");
        no = operator.page()
                .locator(".task-details >> text=/" + prefix + "\\d{12}/")
                .first()
                .textContent()
                .replaceAll("(?s).*(" + prefix + "\\d{12}).*", "$1");
        operator.pressComplete();
        operator.led("上传资质证照");
        operator.field("licenceCopy").setInputFiles(photograph());
        assertThat(operator.page().locator("[data-field=licenceCopy] img")).isVisible();
        operator.complete();
        reviewer.take("受理", no);
        for (Locator warning : reviewer.page().locator(".ob-check input").all()) {
            warning.check();
        }
        decide(reviewer.page(), "accept");
        reviewer.complete();
    }

    /** The operator sees the proposal, moves it to a day that suits, and reports the contract. */
    private void visit(String task) {
        operator.take(task, no);
        Page page = operator.page();
        press(page, "立即查询");
        assertThat(page.locator(".ob-facts .ob-badge:has-text('对方提出')")).isVisible();
        page.fill("#ob-date", "2026-10-01");
        press(page, "确认或改期");
        assertThat(operator.error("date")).containsText("上门日期已经过去");
        page.fill("#ob-date", calendar.plus(TODAY, 2).toString());
        page.fill("#ob-time", "10:30");
        press(page, "确认或改期");
        assertThat(page.locator(".ob-facts .ob-badge:has-text('已')")).isVisible();
        assertThat(page.locator("button:has-text('对方没有来')")).isHidden();
        decide(page, "signed");
        operator.pressComplete();
        assertThat(page.locator(".ob-error:has-text('请先上传签好的合同照片')")).isVisible();
        page.locator("#ob-signedContract").setInputFiles(photograph());
        assertThat(page.locator(".ob-upload img")).isVisible();
        picture(page, "visit");
        operator.complete();
    }

    /** A lane with faults, then right; given back once, then accepted. */
    private void install() {
        operator.take("安装 ETC 设备", no);
        Page page = operator.page();
        operator.pressComplete();
        assertThat(page.locator(".ob-problem")).containsText("请至少登记一条车道");
        press(page, "登记这条车道");
        assertThat(operator.error("photoId")).containsText("现场照片");
        fillInLane(page, LOT_CODE, "RSU-2026-0001", "3301 0000 ABCG");
        press(page, "登记这条车道");
        assertThat(operator.error("terminalNo")).containsText("12 位十六进制数");
        page.fill("#ob-terminalNo", "3301 0000 abcd");
        press(page, "登记这条车道");
        assertThat(page.locator("td code:has-text('33010000ABCD')")).isVisible();
        picture(page, "devices");
        operator.complete();

        reviewer.take("验收 ETC 设备", no);
        reviewer.page().locator(".ob-remarking input[type=checkbox]").check();
        reviewer.page().locator(".ob-remarking input[type=text]").fill("照片里看不清车道号");
        decide(reviewer.page(), "return");
        picture(reviewer.page(), "accept-devices");
        reviewer.complete();

        operator.take("安装 ETC 设备", no);
        assertThat(page.locator(".ob-remark")).containsText("照片里看不清车道号");
        operator.pressComplete();
        assertThat(page.locator(".ob-problem")).containsText("车道 01 被退回");
        press(page, "修改");
        page.locator("#ob-devicePhoto").setInputFiles(photograph());
        assertThat(page.locator(".ob-upload img")).isVisible();
        press(page, "保存修改");
        assertThat(page.locator("td .ob-badge:has-text('已登记')")).isVisible();
        operator.complete();
        reviewer.take("验收 ETC 设备", no);
        decide(reviewer.page(), "accept");
        reviewer.complete();
    }

    /** A lot that is to join later; its device is accepted, so it could be chosen now. */
    private void installMore() {
        operator.home();
        operator.openStartForm("补装 ETC 设备");
        Page page = operator.page();
        assertThat(page.locator("#ob-account")).containsText(no);
        operator.start();
        operator.led("补装 ETC 设备");
        String form = page.url();
        page.navigate(address() + "/board?application-q=" + no);
        assertThat(page.locator("tr:has-text('" + no + "')").last()).containsText("请您办理“补装 ETC 设备”");

        page.navigate(form);
        operator.led("补装 ETC 设备");
        decide(page, "submit");
        operator.pressComplete();
        assertThat(page.locator(".ob-problem")).containsText("还没有登记新的车道");
        fillInLane(page, LATER_LOT, "RSU-2026-0002", "33010000ABCE");
        press(page, "登记这条车道");
        assertThat(page.locator("td code:has-text('33010000ABCE')")).isVisible();
        picture(page, "more-devices");
        operator.complete();

        reviewer.take("验收 ETC 设备", no);
        decide(reviewer.page(), "accept");
        reviewer.complete();
    }

    private static void fillInLane(Page page, String lot, String serial, String terminal) {
        page.selectOption("#ob-lotCode", lot);
        page.fill("#ob-laneNo", "01");
        page.fill("#ob-deviceSerial", serial);
        page.fill("#ob-terminalNo", terminal);
        page.locator("#ob-devicePhoto").setInputFiles(photograph());
        assertThat(page.locator(".ob-upload img")).isVisible();
    }

    private static void decide(Page page, String decision) {
        page.locator("input[name=ob-decision][value=" + decision + "]").check();
    }

    private static void press(Page page, String button) {
        page.locator("button:has-text('" + button + "')").first().click();
    }

    private static void picture(Page page, String name) {
        Chromium.photograph(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/pictures/signing-on-site", name + ".png")));
    }

    private void fill(String field, String value) {
        Locator input = operator.field(field);
        if ("SELECT".equals(input.evaluate("e => e.tagName"))) {
            input.selectOption(value);
        } else {
            input.fill(value);
        }
    }

    private Tasklist tasklist(String userId) {
        return Tasklist.login(chromium.person(1400, 1400), address(), userId);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static FilePayload photograph() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("照片.png", "image/png", png.toByteArray());
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("contactName", "林晓湖");
        values.put("mobilePhone", "13800000000");
        values.put("contactEmail", "finance@hubin.example");
        values.put("licenceNumber", "91330102765432101R");
        values.put("merchantName", "杭州湖滨停车管理有限公司");
        values.put("legalPerson", "林晓湖");
        values.put("licencePeriodBegin", "2015-06-01");
        values.put("storeName", "湖滨停车");
        values.put("storeAddress", "杭州市上城区演示路1号");
        values.put("bankName", "杭州联合农村商业银行湖滨支行");
        values.put("accountName", "杭州湖滨停车管理有限公司");
        values.put("accountNumber", "1202" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
        return values;
    }
}

package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An application that is filled in step by step, in the browser; on the other side of the wire is the simulated Alipay. */
@NeedsChromium
@LiveApplication
class AlipayInTheBrowserTest {

    private static final String LOT = "3301020002";
    private static final String PID = "2088" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L);

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private Desk desk;
    private Tasklist operator;
    private Tasklist reviewer;
    private String no;

    @BeforeEach
    void nothingIsKeptOfTheCompany() {
        TestProfiles.empty(app, "hubin");
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/alipay-test"));
    }

    @Test
    void anOperatorFillsInStageAfterStageUntilTheLotsAreBound() {
        operator = tasklist("hubin");
        reviewer = tasklist("reviewer");
        desk = new Desk(operator.page().context().request(), "http://localhost:" + port);
        begin();
        account();
        form();
        returnAndCorrect();
        sign();
        receive();
        bind();
        read();
    }

    private void begin() {
        operator.openStartForm("支付宝渠道接入");
        assertThat(operator.page().locator(".onboarding-form")).containsText("支付宝多费率代扣申请表");
        picture(operator.page(), "alipay-start");
        operator.start();
        operator.led("确认企业支付宝账户");
        no = operator.page()
                .evaluate("async () => (await (await fetch('/api/applications')).json())"
                        + ".rows.find(a => a.channel === 'alipay').no")
                .toString();
    }

    private void account() {
        Page page = operator.page();
        assertThat(page.locator("a:has-text('登录 b.alipay.com 注册企业支付宝账户')")).isVisible();
        fill(Map.of(
                "hasEnterpriseAccount", "false",
                "merchantName", "杭州湖滨停车管理有限公司",
                "licenceNumber", "91330102765432101R",
                "contactName", "林晓湖",
                "mobilePhone", "13857196688",
                "contactEmail", "finance@hubin.example"));
        assertThat(operator.field("alipayAccount")).isHidden();
        operator.pressComplete();
        assertThat(operator.error("hasEnterpriseAccount")).containsText("注册企业支付宝账户");
        fill(Map.of("hasEnterpriseAccount", "true"));
        fill(Map.of("alipayAccount", PID));
        picture(page, "alipay-account");
        operator.complete();
    }

    /** The licence says nothing of parking fees: a photo that shows one name is not enough. */
    private void form() {
        operator.take("填写《支付宝多费率代扣申请表》", no);
        Page page = operator.page();
        assertThat(page.locator(".onboarding-form")).containsText("尚未签约");
        assertThat(operator.field("alipayAccount")).hasCount(0);
        page.locator("[data-field=licencePeriodEnd] input[type=checkbox]").check();
        page.locator("[data-field=applyLots] input[value='" + LOT + "']").check();
        fill(Map.of(
                "licenceHasParkingFee", "false",
                "storeName", "平海路停车场",
                "storeAddress", "杭州市上城区平海路124号"));
        picture(page, "alipay-apply");
        operator.pressComplete();
        operator.led("上传营业执照等照片");
        for (String paper : new String[] {"licenceCopy", "storeEntrancePic"}) {
            upload(paper);
        }
        operator.pressComplete();
        assertThat(operator.error("feePaperCopy_" + LOT)).containsText("请上传物价审批表或收费告示牌照片（平海路停车场）");
        upload("feePaperCopy_" + LOT);
        fill(Map.of(
                "feePaperKind_" + LOT, "FEE_BOARD",
                "feePaperCompany_" + LOT, "杭州湖滨停车管理有限公司",
                "feePaperLot_" + LOT, "平海路地下停车场"));
        operator.pressComplete();
        Locator doubt = page.locator("[data-doubt=feePaperLot_" + LOT + "]");
        assertThat(doubt).containsText("与平台登记的“平海路停车场”不一致");
        doubt.locator("input").fill("告示牌挂在地下入口，同一个停车场");
        picture(page, "alipay-papers");
        operator.complete();
    }

    private void returnAndCorrect() {
        reviewer.take("审核并代提交支付宝申请", no);
        Page page = reviewer.page();
        assertThat(page.locator(".ob-stage")).hasText(new String[] {"企业支付宝账户", "支付宝多费率代扣申请表", "营业执照等照片"});
        assertThat(page.locator("[data-field=applyLots] .ob-value")).containsText("平海路停车场（" + LOT + "）");
        page.locator("[data-field=contactName] input[type=checkbox]").check();
        page.locator("[data-field=contactName] input[type=text]").fill("请填负责签约的人");
        picture(page, "alipay-review");
        reviewer.complete();

        operator.take("补正申请资料", no);
        assertThat(operator.page()
                        .locator("[data-field=contactName] .ob-remark")
                        .first())
                .containsText("请填负责签约的人");
        fill(Map.of("contactName", "林晓明"));
        picture(operator.page(), "alipay-correct");
        operator.complete();

        reviewer.take("审核并代提交支付宝申请", no);
        assertThat(page.locator("label.ob-choice:has(input[value=accept])")).containsText("审核通过");
        accept();
    }

    private void sign() {
        JsonNode waiting = desk.await(
                "/demo/api/alipay/applications",
                application -> application.path("title").asText().equals("平海路停车场")
                        && application.path("state").asText().equals("MERCHANT_AUDITING"));
        desk.post("/demo/api/alipay/applications/" + waiting.path("no").asText() + "/advance", Map.of());
        operator.take("登录支付宝签约多费率代扣产品", no);
        Page page = operator.page();
        assertThat(operator.completeButton()).isHidden();
        assertThat(page.locator(".ob-heading")).containsText("链接有效至");
        Locator link = page.locator("a.ob-button:has-text('打开签约页面')");
        assertThat(link).isVisible();
        picture(page, "alipay-sign");
        try (Page alipay = page.context().newPage()) {
            alipay.navigate(link.getAttribute("href"));
            alipay.click("#go");
            assertThat(alipay.locator("body")).containsText("签约成功");
        }
        page.locator("button:has-text('我已签约，立即查询')").click();
    }

    private void receive() {
        operator.take("填写支付宝收款账户", no);
        fill(Map.of(
                "receivingAccount", no,
                "payeeName", "杭州湖滨停车管理有限公司",
                "billName", "湖滨停车",
                "servicePhone", "0571-87000000"));
        upload("accountScreenshot");
        picture(operator.page(), "alipay-receive");
        operator.complete();
        reviewer.take("受理", no);
        picture(reviewer.page(), "alipay-accept");
        accept();
    }

    private void bind() {
        operator.take("配置停车场支付宝收款账户", no);
        Page page = operator.page();
        page.locator("input[name=ob-lot][value='" + LOT + "']").check();
        Locator longitude = page.getByLabel("经度（" + LOT + "）");
        assertThat(longitude).hasValue("120.166930");
        longitude.fill("30.255340");
        page.locator(".ob-where:visible button").click();
        assertThat(page.locator(".ob-where:visible")).containsText("不在杭州及周边");
        longitude.fill("东经120度");
        page.locator(".ob-where:visible button").click();
        assertThat(page.locator(".ob-where:visible")).containsText("高德地图坐标的度数");
        longitude.fill("120.166930");
        page.locator(".ob-where:visible button").click();
        assertThat(page.locator(".ob-where:visible .ob-notice")).hasText("已保存");
        picture(page, "alipay-bind");
        operator.complete();
        desk.await(
                "/demo/api/alipay/lots",
                lot -> lot.path("account").asText().equals(PID)
                        && lot.path("state").asText().equals("PASSED"));
    }

    private void read() {
        Page page = operator.page();
        page.navigate("http://localhost:" + port + "/applications/" + no);
        assertThat(page.locator(".ob-stage")).hasText(new String[] {"企业支付宝账户", "支付宝多费率代扣申请表", "营业执照等照片", "支付宝收款账户"});
        assertThat(page.locator(".ob-timeline")).containsText("支付宝收款账户");
        picture(page, "alipay-application");
        page.locator("a:has-text('平海路停车场')").first().click();
        assertThat(page.locator("h3:has-text('位置和客服电话')")).isVisible();
    }

    private void accept() {
        for (var warning : reviewer.page().locator(".ob-check input").all()) {
            warning.check();
        }
        reviewer.page().locator("input[name=ob-decision][value=accept]").check();
        reviewer.complete();
    }

    private void fill(Map<String, String> values) {
        values.forEach((key, value) -> {
            Locator input = operator.field(key);
            if ("SELECT".equals(input.evaluate("e => e.tagName"))) {
                input.selectOption(value);
            } else {
                input.fill(value);
            }
        });
    }

    private void upload(String paper) {
        operator.field(paper).setInputFiles(photograph());
        assertThat(operator.page().locator("[data-field=" + paper + "] img")).isVisible();
    }

    private static void picture(Page page, String name) {
        Chromium.photograph(
                page,
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
    }

    private Tasklist tasklist(String userId) {
        return Tasklist.login(chromium.person(1400, 1100), "http://localhost:" + port, userId);
    }

    /** Colourful enough to be as large as Alipay wants a picture to be. */
    private static FilePayload photograph() {
        BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("照片.png", "image/png", png.toByteArray());
    }
}

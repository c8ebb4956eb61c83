package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A form is put right before it is submitted, given back by one click, and answered beside the field. */
@NeedsChromium
@LiveApplication
class FormsInTheBrowserTest {

    private static final String DOUBT = "开户名称与商户名称不一致，请确认";
    private static final String OPEN_ITEMS = ".ob-summary summary";

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    Tasklist operator;
    Tasklist reviewer;
    FormContent papers;
    String no;

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/forms-test"));
    }

    @Test
    void aDoubtIsSeenBeforeSubmittingReturnedByOneClickAndAnsweredBesideItsField() throws IOException {
        begin();
        operator = person("chengxi");
        reviewer = person("reviewer");

        putRightBeforeSubmitting();
        uploadWithACameraAtHand();
        returnTheDoubtByOneClick();
        answerOnAPhone();
        seeWhatWasNotChanged();
    }

    @Test
    void whatTheListOfOpenItemsLeadsToIsNotCoveredByIt() {
        Merchant merchant = app.getBean(Merchants.class).byTenant("chengxi").orElseThrow();
        no = TestApplications.begin(app, Channel.WECHATPAY, merchant, "chengxi");
        operator = person("chengxi");
        operator.take("填写申请资料（联系人、企业等信息）", no);
        Page page = operator.page();
        for (int width : new int[] {1400, 390}) {
            page.setViewportSize(width, 844);
            page.locator(OPEN_ITEMS).press("Enter");
            page.locator(".ob-summary li button").last().press("Enter");
            theFocusIsInSight(page);
            page.locator(OPEN_ITEMS).press("Enter");
            page.locator(".ob-sections button").nth(1).press("Enter");
            theFocusIsInSight(page);
            page.locator(OPEN_ITEMS).press("Enter");
            operator.pressComplete();
            assertThat(operator.field("contactType")).isFocused();
            theFocusIsInSight(page);
        }
    }

    /** Below what sticks to the top of the form, and on the screen. */
    private static void theFocusIsInSight(Page page) {
        page.waitForFunction(
                "() => { const one = document.activeElement.getBoundingClientRect();"
                        + " const bar = document.querySelector('.ob-bar').getBoundingClientRect();"
                        + " return document.activeElement.closest('.ob-editor') && one.top >= bar.bottom && one.bottom <= innerHeight; }");
    }

    /** An application whose form is filled in but for a telephone number, and with an account in another name. */
    private void begin() {
        Merchant merchant = app.getBean(Merchants.class).byTenant("chengxi").orElseThrow();
        TestDrafts drafts = new TestDrafts(app);
        no = TestApplications.begin(app, Channel.WECHATPAY, merchant, "chengxi");
        var forms = TestForms.first(Channel.WECHATPAY, merchant, "6222" + System.nanoTime(), no);
        papers = forms.get(ChannelFixture.UPLOAD_LICENCE);
        Map<String, String> values =
                new HashMap<>(forms.get(ChannelFixture.FILL_FORM).values());
        values.put("mobilePhone", "");
        values.put("accountName", "杭州旧名停车有限公司");
        drafts.save(no, values, "chengxi");
    }

    private void putRightBeforeSubmitting() {
        operator.take("填写申请资料（联系人、企业等信息）", no);
        Page page = operator.page();
        assertThat(page.locator(".ob-needed summary")).containsText("需要的材料");
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 2 项需要填写或更正");
        assertThat(page.locator("[data-doubt=accountName]")).containsText(DOUBT);
        assertThat(operator.error("mobilePhone")).hasCount(0);

        page.locator(OPEN_ITEMS).press("Enter");
        item("联系人手机号码").press("Enter");
        assertThat(operator.field("mobilePhone")).isFocused();
        page.keyboard().type("1385710");
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 2 项需要填写或更正");
        page.keyboard().press("Tab");
        assertThat(operator.error("mobilePhone")).hasText("联系人手机号码应为 11 位手机号码");
        operator.field("mobilePhone").focus();
        page.keyboard().press("End");
        page.keyboard().type("0001");
        page.keyboard().press("Enter");
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 1 项需要填写或更正");
        assertThat(operator.error("mobilePhone")).hasCount(0);
        page.getByLabel("结算账户，还有 1 项").press("Enter");
        assertThat(page.locator("legend:focus")).hasText("结算账户");
        operator.field("accountName-said").fill("公司 2025 年更名，银行户名尚未变更");
        assertThat(page.locator(OPEN_ITEMS)).hasText("没有需要填写或更正的内容，可以提交");
        operator.complete();
    }

    private Locator item(String label) {
        return operator.page().locator(".ob-summary li button", new Page.LocatorOptions().setHasText(label));
    }

    private void uploadWithACameraAtHand() throws IOException {
        operator.led("上传资质证照");
        Locator camera = operator.page().locator("#ob-licenceCopy-camera");
        assertThat(camera).hasAttribute("capture", "environment");
        assertThat(camera).hasAttribute("accept", "image/*");
        camera.setInputFiles(photo(400));
        for (String key : papers.papers()) {
            if (!key.equals("licenceCopy")) {
                operator.field(key).setInputFiles(photo(400));
            }
            assertThat(operator.page().locator("[data-field=" + key + "] figure"))
                    .isVisible();
        }
        operator.complete();
    }

    private void returnTheDoubtByOneClick() {
        reviewer.take("受理", no);
        Page page = reviewer.page();
        page.getByLabel("作为退回原因：开户名称").first().click();
        assertThat(page.getByLabel("开户名称的退回原因")).hasValue(DOUBT);
        assertThat(page.getByLabel("开户名称的退回原因")).isFocused();
        assertThat(page.locator("input[name=ob-decision][value=return]")).isChecked();
        page.getByLabel("联系人姓名有问题").check();
        page.getByLabel("联系人姓名的退回原因").fill("与身份证不一致");
        page.getByLabel("营业执照照片有问题").check();
        page.getByLabel("营业执照照片的常用理由").selectOption("照片模糊或反光，看不清文字，请重新拍摄");
        assertThat(page.getByLabel("营业执照照片的退回原因")).hasValue("照片模糊或反光，看不清文字，请重新拍摄");
        page.getByLabel("营业执照照片的退回原因").fill("照片反光，请重新拍摄");
        reviewer.complete();
    }

    private void answerOnAPhone() throws IOException {
        operator.take("补正申请资料", no);
        Page page = operator.page();
        page.setViewportSize(390, 844);
        nothingIsWiderThanThePage(page);
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 3 项需要填写或更正");
        operator.pressComplete();
        assertThat(operator.field("contactName-said")).isFocused();
        theFocusIsInSight(page);
        operator.field("contactName-said").fill("身份证上就是这个名字");
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 2 项需要填写或更正");
        page.getByLabel("显示：银行账号").click();
        assertThat(page.locator("[data-field=accountNumber] .ob-fixed")).containsText(Pattern.compile("6222\\d{8}"));
        page.getByLabel("也要更改：联系人手机号码").click();
        page.getByLabel("为什么要更改联系人手机号码").fill("号码下月停用");
        page.locator("[data-field=mobilePhone] .ob-why-open button").click();
        assertThat(operator.field("mobilePhone")).isFocused();
        operator.field("mobilePhone").fill("13957100002");
        operator.field("licenceCopy").setInputFiles(photo(500));
        assertThat(page.locator(OPEN_ITEMS)).hasText("还有 1 项需要填写或更正");

        page.locator(".ob-summary").scrollIntoViewIfNeeded();
        operator.pressComplete();
        assertThat(operator.field("accountName-said")).isFocused();
        assertThat(page.locator("#ob-accountName-said-error")).hasText("请更正，或写一句说明（至少 4 个字）。");
        operator.field("accountName-said").fill("附银行证明，户名没有错");
        nothingIsWiderThanThePage(page);
        operator.complete();
        page.setViewportSize(1280, 900);
    }

    private static void nothingIsWiderThanThePage(Page page) {
        Object beyond = page.evaluate("() => ['.page-wrap', '.onboarding-form'].map(one => document.querySelector(one))"
                + ".map(node => node.scrollWidth - node.clientWidth).join()");
        Assertions.assertThat(beyond).isEqualTo("0,0");
    }

    private void seeWhatWasNotChanged() {
        reviewer.take("受理", no);
        Page page = reviewer.page();
        Locator unchanged = page.locator(".ob-notice:has-text('有问题的项目，申请人没有改动')");
        assertThat(unchanged).containsText("上次退回“" + DOUBT + "”");
        assertThat(unchanged).containsText("申请人说明：附银行证明，户名没有错");
        assertThat(unchanged).not().containsText("营业执照照片");
        assertThat(page.locator(".ob-notice:has-text('申请人另外打开的项目')")).containsText("联系人手机号码：号码下月停用");
        Locator paper = page.locator(".ob-pane .ob-canvas img").first();
        page.locator(".ob-pane .ob-canvas").press("r");
        assertThat(paper).hasAttribute("style", Pattern.compile(".*rotate\\(90deg\\).*"));
        page.locator("[data-field=accountName]").scrollIntoViewIfNeeded();
        assertThat(page.locator(".ob-pane")).isInViewport();
    }

    private Tasklist person(String userId) {
        return Tasklist.login(chromium.person(1280, 900), "http://localhost:" + port, userId);
    }

    private static FilePayload photo(int width) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 250, BufferedImage.TYPE_INT_RGB), "png", png);
        return new FilePayload("照片.png", "image/png", png.toByteArray());
    }
}

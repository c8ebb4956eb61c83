package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vendor who has prepared a lot reads that its turn goes on, and finds the lot although no task is about it. */
@NeedsChromium
@LiveApplication
class VendorsTurnInTheBrowserTest {

    private static final String DRIVE = "请您用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）";

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private String no;
    private LotBinding lot;

    @BeforeEach
    void aLotThatItsVendorPrepares() {
        Merchant company = TestMerchants.add(app.getBean(Merchants.class));
        app.getBean(Memberships.class).align();
        ParkingLot added = TestMerchants.addLot(app.getBean(ParkingLots.class), company);
        app.getBean(LotVendors.class)
                .choose(new VendorChoice(added.code(), "vendor-zhilian", ""), added.version(), "supervisor");
        app.getBean(AccessKeys.class)
                .register(added.code(), "acc-" + added.code(), LotKeys.publicPem("lot-1024"), "zhilian");
        no = TestApplications.begin(app, Channel.WECHATPAY, company, "hubin");
        ReceivingAccounts accounts = app.getBean(ReceivingAccounts.class);
        accounts.open(company.id(), "wechatpay", no, "6222" + added.code());
        accounts.activate(no, "sub" + added.code());
        lot = app.getBean(LotBindings.class).bind(no, List.of(added.code())).get(0);
        jdbc.sql("UPDATE lot_binding SET state = 'TESTING' WHERE id = ?")
                .param(lot.id())
                .update();
        jdbc.sql(
                        "INSERT INTO test_vehicle (active_key, binding_id, lot_code, channel, plate_no, plate_color, payer_id, agreement,"
                                + " agreement_text, registered_by, registered_at)"
                                + " VALUES (?, ?, ?, 'wechatpay', '浙A6T21K', 1, '', 'SIGNED', '', 'zhilian', CURRENT_TIMESTAMP)")
                .params(lot.lotCode() + "|浙A6T21K", lot.id(), lot.lotCode())
                .update();
        runtime.createProcessInstanceByKey("test-deduction-gate")
                .businessKey(no + "-" + lot.lotCode())
                .setVariable("applicationNo", no)
                .setVariable("channel", "wechatpay")
                .setVariable("bindingId", lot.id())
                .setVariable("lotCode", lot.lotCode())
                .startBeforeActivity("userTask_prepareInterface")
                .execute();
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/vendors-turn"));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(no + "%")
                .rootProcessInstances()
                .list()
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), "end of test", true));
    }

    @Test
    void readsAfterItsTaskWhatComesNextAndFindsTheLotThatWaitsWithoutATask() {
        Tasklist vendor = Tasklist.login(chromium.person(1400, 1100), address(), "zhilian");
        Page page = vendor.page();
        List<String> refused = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                refused.add(answer.status() + " " + answer.url());
            }
        });
        vendor.take("接口开发与对接准备", no);
        vendor.complete();

        Locator submitted = page.locator(".ob-submitted");
        assertThat(submitted).containsText("“接口开发与对接准备”已提交");
        assertThat(submitted).containsText("停车场" + lot.lotName() + "（申请 " + no + "）。");
        assertThat(submitted).containsText("接下来：" + DRIVE + "。");
        assertThat(submitted).not().containsText("任务会出现在这里");
        assertThat(submitted).not().containsText("由系统或别人办理");
        assertThat(submitted.locator("a").first()).hasAttribute("href", "/lots/" + lot.id());
        Assertions.assertThat(refused).isEmpty();

        submitted.locator("button:has-text('知道了')").click();
        Locator headline = page.locator(".ob-announced .ob-notice:has-text('个停车场等您对接')");
        assertThat(headline.locator("strong")).hasText(Pattern.compile("有 \\d+ 个停车场等您对接"));
        assertThat(page.locator(".ob-announced")).not().containsText("现在没有等您对接的停车场");
        headline.locator("a").click();
        assertThat(page).hasURL(Pattern.compile(".*/board\\?lot-state=WAITING.*"));
        assertThat(page.locator("select[aria-label='停车场：状态']")).hasValue("WAITING");
        assertThat(page.locator("tr:has-text('" + lot.lotCode() + "') .ob-coming.mine p"))
                .hasText(DRIVE);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.reading.Reader;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A vendor whose lot signs the wrong text finds the refused call, tests the message, and reads what is wrong with it. */
@NeedsChromium
@LiveApplication
class WorkbenchInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();
    private final String code = "WB" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    AccessKeys keys;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private LotBinding binding;
    private TestLot lot;

    @BeforeEach
    void aLotOfZhilians() {
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lots.add(code, "联调停车场", "文三路 1 号", 10, hubin);
        vendors.assign(code, "vendor-zhilian", "test");
        accounts.open(hubin, "citizencard", "CC" + code, "6222" + code);
        accounts.activate("CC" + code, "sub" + code);
        binding = bindings.bind("CC" + code, List.of(code)).get(0);
        keys.register(code, "acc-" + code, LotKeys.publicPem("lot-1024"), "zhilian");
        lot = new TestLot(address(), code, "acc-" + code, LotKeys.privateKey("lot-1024"), json, clock);
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/workbench"));
    }

    @Test
    void aVendorTestsABrokenMessageAndReadsWhatIsWrong() throws GeneralSecurityException {
        String plain = lot.write(Map.of("data", lot.data("uploadCarInData", "U1")));
        Map<String, String> broken = lot.form(plain);
        broken.put("sign", signed(plain));
        lot.post(TestLot.path("uploadCarInData"), broken);
        lot.send("uploadCarInData", lot.data("uploadCarInData", "U2"));

        Page page = Tasklist.login(chromium.person(1400, 1000), address(), "zhilian")
                .page();
        page.navigate(address() + "/lots/" + binding.id());
        page.navigate(address() + page.locator("a:has-text('联调工作台')").getAttribute("href"));
        assertThat(page.locator(".ob-bench-calls li")).hasCount(2);
        page.locator("button:has-text('打开报文')").click();
        assertThat(page.locator(".ob-bench-body")).containsText("\"uid\" : \"U2\"");
        page.locator("input[type=checkbox]").check();
        assertThat(page.locator(".ob-bench-calls li")).hasCount(1);
        assertThat(page.locator(".ob-bench-calls li")).containsText("身份或格式有误 401");

        page.locator(".ob-tabs a:has-text('报文自测')").click();
        page.locator("#bench-form").fill(form(broken));
        page.locator("button:has-text('检查这段报文')").click();
        assertThat(page.locator(".ob-notice.bad")).containsText("有 1 处错误");
        assertThat(page.locator(".ob-bench-steps")).containsText("签名的对象是明文");
        page.locator("#bench-form").fill(form(lot.form(plain)));
        page.locator("button:has-text('检查这段报文')").click();
        assertThat(page.locator(".ob-notice.good")).containsText("这段报文没有问题");

        page.locator(".ob-tabs a:has-text('示例代码')").click();
        page.locator("summary:has-text('Python')").click();
        assertThat(page.locator("details[open] pre").first()).containsText("acc-" + code);
        page.locator(".ob-tabs a:has-text('接口字段')").click();
        assertThat(page.locator("details[open] tr:has-text('arriveTime')")).containsText("入场时间");
    }

    @Test
    void anEnglishBrowserAndATelephoneReadAllOfItInChinese() {
        lot.send("uploadCarInData", lot.data("uploadCarInData", "U3"));
        Reader reader = Reader.fromAbroad(chromium, address(), "zhilian");
        reader.readsOurs(address() + "/lots/" + binding.id());
        for (String tab : List.of("calls", "visits", "messages", "check", "samples", "fields")) {
            reader.readsOurs(address() + "/lots/" + binding.id() + "/workbench#" + tab);
        }
        org.assertj.core.api.Assertions.assertThat(reader.faults()).isEmpty();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signed(String text) throws GeneralSecurityException {
        Signature md5 = Signature.getInstance("MD5withRSA");
        md5.initSign(LotKeys.privateKey("lot-1024"));
        md5.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(md5.sign());
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

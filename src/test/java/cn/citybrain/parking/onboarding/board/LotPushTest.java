package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.key.LotPublicKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a vendor gets for the lot's MQTT connection, and who gets nothing. */
@OnboardingTest
class LotPushTest {

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
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    final String accessId = "ACC" + unique;
    LotBinding lot;
    LotBinding sibling;
    LotBinding foreign;

    @BeforeEach
    void lotsOfTwoVendors() {
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lot = testing("PA" + unique, "vendor-zhilian", hubin);
        sibling = testing("PB" + unique, "vendor-zhilian", hubin);
        foreign = testing("PC" + unique, "vendor-anxing", hubin);
    }

    @Test
    void aPasswordComesWithTheFirstKeyOnceAndIsKeptAsAHashOnly() throws Exception {
        JsonNode first = json.readTree(register("zhilian", lot, accessId).body());
        String password = first.get("mqttPassword").asText();

        assertThat(password).matches("[A-Za-z0-9_-]{32}");
        assertThat(first.get("accessId").asText()).isEqualTo(accessId);
        assertThat(json.readTree(register("zhilian", sibling, accessId).body())
                        .get("mqttPassword")
                        .isNull())
                .isTrue();
        assertThat(page("zhilian", lot).toString()).doesNotContain(password);
        assertThat(jdbc.sql("SELECT password_hash FROM mqtt_user WHERE access_id = ?")
                        .param(accessId)
                        .query(String.class)
                        .single())
                .startsWith("$7$101$")
                .doesNotContain(password);
    }

    @Test
    void theLotsPageSaysWhatToSubscribeToAndHowToCheckWhatComes() throws Exception {
        assertThat(page("zhilian", lot).get("subscription").isNull()).isTrue();
        register("zhilian", lot, accessId);

        JsonNode subscription = page("zhilian", lot).get("subscription");

        assertThat(subscription.get("address").asText()).startsWith("mqtt://127.0.0.1:");
        assertThat(subscription.get("username").asText()).isEqualTo(accessId);
        assertThat(subscription.get("topics"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "hzcity/v2/departurePayInfo/" + accessId + "/" + lot.lotCode(),
                        "hzcity/v2/payResult/" + accessId + "/" + lot.lotCode());
        assertThat(subscription.get("platformKeyBits").asInt()).isEqualTo(1024);
        assertThat(subscription.get("platformKeys"))
                .extracting(key -> key.get("bits").asInt())
                .containsExactly(1024, 2048);
        assertThat(subscription.get("platformKey")).isEqualTo(subscription.at("/platformKeys/0/pem"));
        assertThat(subscription.get("platformKeys")).allSatisfy(key -> assertThat(
                        LotPublicKey.read(key.get("pem").asText()).getModulus().bitLength())
                .isEqualTo(key.get("bits").asInt()));
        assertThat(subscription.get("passwordIssuedAt").isNull()).isFalse();
        assertThat(page("zhilian", lot).get("told")).isEmpty();
    }

    @Test
    void theVendorAloneChoosesTheKeyThatTheLotReadsMessagesWith() throws Exception {
        assertThat(choose("zhilian", lot, 2048).statusCode()).isEqualTo(400);
        register("zhilian", lot, accessId);

        HttpResponse<String> chosen = choose("zhilian", lot, 2048);

        assertThat(json.readTree(chosen.body()).get("platformKeyBits").asInt()).isEqualTo(2048);
        JsonNode subscription = page("zhilian", lot).get("subscription");
        assertThat(subscription.get("platformKeyBits").asInt()).isEqualTo(2048);
        assertThat(subscription.get("platformKey")).isEqualTo(subscription.at("/platformKeys/1/pem"));
        assertThat(page("zhilian", lot).at("/accessKey/accessId").asText()).isEqualTo(accessId);
        HttpResponse<String> wrong = choose("zhilian", lot, 4096);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json.readTree(wrong.body()).at("/fields/platformKeyBits").asText())
                .contains("1024 位或 2048 位");
        assertThat(choose("hubin", lot, 1024).statusCode()).isEqualTo(403);
        assertThat(choose("vendor2", lot, 1024).statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondLotOfAnAccessIdIsReadLikeTheFirstUnlessItsVendorSaysOtherwise() throws Exception {
        register("zhilian", lot, accessId);
        choose("zhilian", lot, 2048);

        register("zhilian", sibling, accessId);
        assertThat(page("zhilian", sibling).at("/subscription/platformKeyBits").asInt())
                .isEqualTo(2048);

        register("zhilian", sibling, accessId, 1024);
        assertThat(page("zhilian", sibling).at("/subscription/platformKeyBits").asInt())
                .isEqualTo(1024);
        assertThat(page("zhilian", lot).at("/subscription/platformKeyBits").asInt())
                .isEqualTo(2048);
    }

    @Test
    void anAccessIdThatItsVendorLeftComesWithAnotherPasswordForWhoeverTakesIt() throws Exception {
        String former = json.readTree(register("zhilian", lot, accessId).body())
                .get("mqttPassword")
                .asText();
        register("zhilian", lot, "NEW" + unique);

        JsonNode next = json.readTree(register("vendor2", foreign, accessId).body());

        assertThat(next.get("mqttPassword").asText()).hasSize(32).isNotEqualTo(former);
        assertThat(renew("zhilian", lot).statusCode()).isEqualTo(201);
        assertThat(json.readTree(renew("zhilian", lot).body()).get("username").asText())
                .isEqualTo("NEW" + unique);
    }

    @Test
    void aNewKeyUnderTheSameAccessIdKeepsThePassword() throws Exception {
        register("zhilian", lot, accessId);

        assertThat(json.readTree(register("zhilian", lot, accessId).body())
                        .get("mqttPassword")
                        .isNull())
                .isTrue();
    }

    @Test
    void ofTwoVendorsThatRegisterOneAccessIdAtOnceOneIsRefused() throws Exception {
        for (int round = 0; round < 5; round++) {
            String wanted = accessId + "R" + round;
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService vendors = Executors.newFixedThreadPool(2);
            try {
                Future<HttpResponse<String>> one = vendors.submit(() -> {
                    Browser browser = browser("zhilian");
                    together.await();
                    return register(browser, lot, wanted, null);
                });
                Future<HttpResponse<String>> two = vendors.submit(() -> {
                    Browser browser = browser("vendor2");
                    together.await();
                    return register(browser, foreign, wanted, null);
                });

                assertThat(List.of(one.get().statusCode(), two.get().statusCode()))
                        .containsExactlyInAnyOrder(201, 400);
            } finally {
                vendors.shutdown();
            }
        }
    }

    @Test
    void theVendorAloneRenewsThePassword() throws Exception {
        assertThat(renew("zhilian", lot).statusCode()).isEqualTo(409);
        String first = json.readTree(register("zhilian", lot, accessId).body())
                .get("mqttPassword")
                .asText();

        HttpResponse<String> renewed = renew("zhilian", lot);

        assertThat(renewed.statusCode()).isEqualTo(201);
        assertThat(json.readTree(renewed.body()).get("password").asText())
                .hasSize(32)
                .isNotEqualTo(first);
        assertThat(renew("hubin", lot).statusCode()).isEqualTo(403);
        assertThat(renew("vendor2", lot).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyTakesTheAccessIdOfAnotherVendor() throws Exception {
        register("zhilian", lot, accessId);

        HttpResponse<String> refused = register("vendor2", foreign, accessId);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body()).at("/fields/accessId").asText())
                .contains("其他单位");
        assertThat(page("vendor2", foreign).get("subscription").isNull()).isTrue();
    }

    private LotBinding testing(String code, String vendor, long merchant) {
        lots.add(code, "推送" + code, "文三路 1 号", 10, merchant);
        vendors.assign(code, vendor, "test");
        accounts.open(merchant, "wechatpay", "WX" + code, "6222" + code);
        accounts.activate("WX" + code, "sub" + code);
        LotBinding binding = bindings.bind("WX" + code, List.of(code)).get(0);
        bindings.registered(binding.id(), "A" + code, "L" + code);
        bindings.testing(binding.id());
        return binding;
    }

    private HttpResponse<String> register(String user, LotBinding binding, String name) throws Exception {
        return register(user, binding, name, null);
    }

    private HttpResponse<String> register(String user, LotBinding binding, String name, Integer bits) throws Exception {
        return register(browser(user), binding, name, bits);
    }

    private HttpResponse<String> register(Browser browser, LotBinding binding, String name, Integer bits)
            throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        Map<String, Object> wanted = new HashMap<>(Map.of("accessId", name, "publicKey", key));
        wanted.put("platformKeyBits", bits);
        String body = json.writeValueAsString(wanted);
        return browser.call("POST", "/api/bindings/" + binding.id() + "/access-key", body);
    }

    private HttpResponse<String> choose(String user, LotBinding binding, int bits) {
        String body = "{\"bits\":" + bits + "}";
        return browser(user).call("POST", "/api/bindings/" + binding.id() + "/platform-key", body);
    }

    private HttpResponse<String> renew(String user, LotBinding binding) {
        return browser(user).call("POST", "/api/bindings/" + binding.id() + "/mqtt-password", "{}");
    }

    private JsonNode page(String user, LotBinding binding) {
        return Browser.json(browser(user).call("GET", "/api/bindings/" + binding.id(), null));
    }

    private Browser browser(String user) {
        return Browser.of(port, user);
    }
}

package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

/**
 * The first day of an installation, as {@code docker/README.md} tells it: the product's jar with profile {@code prod} on an
 * empty PostgreSQL, the files of {@code docker/examples}, what people's browsers send, and the links in their mails.
 */
class FirstDayIT {

    private static final Path EXAMPLES = Path.of("docker/examples");
    private static final Pattern LINK = Pattern.compile("https://\\S+/account/set-password\\?token=\\S+");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of everybody's: good enough for the policy, and nobody's name. */
    private static final String PASSWORD = "Lantian-baiyun-77";

    private static final Merchant QIANTANG =
            new Merchant(0, "qiantang", "杭州钱塘停车管理有限公司", "91330114MA2H1K3X0X", "office@qiantang.example");

    private static final String LOT = "3301140001";

    @TempDir
    Path home;

    @Test
    void anEmptyInstallationTakesItsFirstApplication() throws Exception {
        try (ProductionSite site =
                ProductionSite.open(home, BuiltJar.named("jar.product").path())) {
            Browser administrator =
                    loggedIn(site, ProductionSite.ADMINISTRATOR, ProductionSite.ADMINISTRATORS_PASSWORD);
            HeadersOfProduction.check(site, administrator);
            whoWatchesNeedsTheToken(site, administrator);
            invite(administrator, "fang.zhuguan", "方", "主管", "fang@ops.example", "ops-supervisor");
            Browser supervisor = joined(site, "fang.zhuguan", "fang@ops.example");

            take(supervisor, "companies", "companies.csv", 3);
            take(supervisor, "vendors", "vendors.csv", 2);
            take(supervisor, "lots", "lots.xlsx", 20);
            take(supervisor, "people", "people.xlsx", 15);
            everyFileAgainChangesNothing(supervisor);

            Browser operator = joined(site, "qian.anlan", "qian@qiantang.example");
            FirstApplication application = FirstApplication.begin(operator, "qiantang", LOT);
            application.fillIn(operator, QIANTANG);
            application.accept(joined(site, "shen.chu", "shen@ops.example"));

            application.awaitState(operator, "CHANNEL_REVIEW");
            assertThat(knownToTheChannel(site, application)).isTrue();
            assertThat(site.mailTo("zhang@example.com", "已受理").text()).contains(application.no());
            nobodyElseSees(joined(site, "lin.wangping", "lin@linping.example"), application);
            theSupervisorSeesTwentyLots(supervisor);
            assertThat(site.log())
                    .doesNotContain(PASSWORD)
                    .doesNotContain("6222021202012345678")
                    .doesNotContain("ERROR");
        }
    }

    /** On the port that is theirs, and on the one of people, where being logged in is no token. */
    private static void whoWatchesNeedsTheToken(ProductionSite site, Browser administrator) throws Exception {
        ProductionNode node = site.node();
        assertThat(node.watched("/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(node.watched("/prometheus", ProductionSite.TOKEN + "x").statusCode())
                .isEqualTo(401);
        assertThat(node.watched("/prometheus", ProductionSite.TOKEN).body())
                .contains("onboarding_tasks_open{", "onboarding_sweep_age_seconds{", "jvm_memory_used_bytes");
        assertThat(node.watched("/health", "").body()).doesNotContain("details");
        assertThat(node.watched("/health", ProductionSite.TOKEN).body()).contains("details", "holidays");
        assertThat(administrator.get("/actuator/prometheus").statusCode()).isIn(401, 404);
    }

    private static Browser loggedIn(ProductionSite site, String userId, String password) {
        Browser browser = site.browser();
        HttpResponse<String> answer = browser.login(userId, password);
        String to = answer.headers().firstValue("location").orElse("");
        assertThat(to).as("where %s is led", userId).isEqualTo("/");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(browser.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        return browser;
    }

    /** Whoever got an invitation sets the password behind its link, once, and logs in. */
    private static Browser joined(ProductionSite site, String userId, String mail) {
        String link = linkIn(site.mailTo(mail, "设置密码").text());
        Browser browser = site.browser();
        assertThat(link).startsWith(site.url());
        assertThat(browser.get(link).body()).contains(userId, "设置密码");
        assertThat(setPassword(browser, link).headers().firstValue("location").orElse(""))
                .endsWith("/login?reason=password-set");
        assertThat(site.browser().get(link).statusCode()).as("the link again").isEqualTo(410);
        return loggedIn(site, userId, PASSWORD);
    }

    private static String linkIn(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static HttpResponse<String> setPassword(Browser browser, String link) {
        String token = URI.create(link).getQuery().substring("token=".length());
        return browser.send(browser.request("/account/set-password")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "token=" + encoded(token) + "&password=" + PASSWORD + "&repeated=" + PASSWORD)));
    }

    private static void invite(Browser keeper, String userId, String family, String given, String mail, String role)
            throws IOException {
        HttpResponse<String> answer = keeper.call(
                "POST",
                "/api/people",
                JSON.writeValueAsString(Map.of(
                        "userId", userId,
                        "familyName", family,
                        "givenName", given,
                        "mail", mail,
                        "roles", List.of(role),
                        "companies", List.of(),
                        "vendor", "")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void take(Browser supervisor, String kind, String file, int rows) throws IOException {
        JsonNode preview = uploaded(supervisor, kind, file);
        assertThat(preview.path("counts").path("NEW").asInt())
                .as(preview.toString())
                .isEqualTo(rows);
        assertThat(preview.path("counts").path("FAULTY").asInt()).isZero();
        JsonNode taken = answered(supervisor.call(
                "POST",
                "/api/masterdata/imports/" + preview.path("id").asText() + "/take",
                "{\"version\":" + preview.path("version").asLong() + "}"));
        assertThat(taken.path("takenAt").asText()).isNotBlank();
    }

    private static void everyFileAgainChangesNothing(Browser supervisor) throws IOException {
        for (Map.Entry<String, String> file : Map.of(
                        "companies",
                        "companies.csv",
                        "vendors",
                        "vendors.csv",
                        "lots",
                        "lots.xlsx",
                        "people",
                        "people.xlsx")
                .entrySet()) {
            JsonNode counts =
                    uploaded(supervisor, file.getKey(), file.getValue()).path("counts");
            assertThat(counts.path("UNCHANGED").asInt()).as(counts.toString()).isPositive();
            assertThat(counts.path("NEW").asInt()
                            + counts.path("CHANGED").asInt()
                            + counts.path("FAULTY").asInt())
                    .as(counts.toString())
                    .isZero();
        }
    }

    private static JsonNode uploaded(Browser supervisor, String kind, String file) throws IOException {
        return answered(supervisor.send(supervisor
                .request("/api/masterdata/import/" + kind + "?name=" + encoded(file))
                .header("Content-Type", "application/octet-stream")
                .header("Accept", "application/json")
                .header(
                        "X-ONBOARDING-XSRF",
                        supervisor.cookie("ONBOARDING-XSRF").orElseThrow())
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(EXAMPLES.resolve(file))))));
    }

    private static boolean knownToTheChannel(ProductionSite site, FirstApplication application) {
        JsonNode known = RestClient.create(site.channels())
                .get()
                .uri("/demo/api/wechatpay/applications")
                .retrieve()
                .body(JsonNode.class);
        return known.findValuesAsText("no").contains(application.no());
    }

    private static void nobodyElseSees(Browser stranger, FirstApplication application) {
        assertThat(stranger.get("/api/applications/" + application.no()).statusCode())
                .isEqualTo(404);
    }

    private static void theSupervisorSeesTwentyLots(Browser supervisor) {
        assertThat(answered(supervisor.get("/api/board?size=100")).path("total").asInt())
                .isEqualTo(20);
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isLessThan(300);
        return Browser.json(answer);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

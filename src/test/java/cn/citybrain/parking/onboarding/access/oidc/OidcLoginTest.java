package cn.citybrain.parking.onboarding.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.Accounts;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People come over a real token server: authorization code with PKCE, over HTTP. Each test has people of its own. */
@OnboardingTest
class OidcLoginTest {

    private static final String START = "/oauth2/authorization/oidc";
    private static final String SETTINGS = "token-server-of-the-test";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    AccountList list;

    @Autowired
    Accounts accounts;

    @Autowired
    UserAccounts users;

    @Autowired
    JdbcClient jdbc;

    /** One for all of them, as a product has. */
    private static RealTokenServer server;

    @BeforeEach
    void knowATokenServer() {
        if (server == null) {
            server = new RealTokenServer("http://localhost:" + port);
        }
        configure(server.issuer());
    }

    @AfterEach
    void knowNoneAgain() {
        environment.getPropertySources().remove(SETTINGS);
    }

    @AfterAll
    static void stopIt() {
        server.close();
    }

    @Test
    void withoutSettingsThereIsNoButtonAndNoWay() {
        environment.getPropertySources().remove(SETTINGS);
        Browser browser = new Browser(port);

        assertThat(browser.get("/login").body()).contains("class=\"other\" hidden");
        assertThat(location(browser.get(START))).contains("/login");
        assertThat(location(browser.get("/login/oauth2/code/oidc?code=x&state=y")))
                .contains("/login");
        assertThat(location(browser.login("hubin", DemoWorld.PASSWORD))).doesNotContain("login");
    }

    @Test
    void aPersonOfTheTokenServerWorksHereWithTheRolesAndCompaniesThatTheMappingGives() {
        server.says("oidc-one", claims("oidc-one", List.of("operators", "canteen"), List.of("hubin", "nowhere")));
        Browser browser = new Browser(port);

        assertThat(browser.get("/login").body()).contains("用“集团登录”登录").doesNotContain("class=\"other\" hidden");
        assertThat(location(browser.get(START))).contains("code_challenge=", "code_challenge_method=S256", "nonce=");
        assertThat(come(browser, "oidc-one")).isEqualTo("/");

        assertThat(Browser.json(browser.get("/api/session")).path("roles").toString())
                .isEqualTo("[\"lot-operator\"]");
        assertThat(browser.engine("task/count").statusCode()).isEqualTo(200);
        Account account = list.byId("oidc-one").orElseThrow();
        assertThat(account.companies()).containsExactly("hubin");
        assertThat(account.mail()).isEqualTo("oidc-one@group.example");
        assertThat(Browser.json(browser.get("/api/account"))
                        .path("facts")
                        .path("remote")
                        .asBoolean())
                .isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM spring_session_attributes a JOIN spring_session s"
                                + " ON s.primary_id = a.session_primary_id WHERE s.principal_name = 'oidc-one'")
                        .query(Long.class)
                        .single())
                .as("login, person, token of the webapps, token for leaving")
                .isEqualTo(4);
    }

    @Test
    void aMailAddressThatIsNoneIsLeftOut() {
        for (String mail : List.of("a@b.cn\r\nBcc: c@d.cn", "a@b.cn, c@d.cn", "nobody")) {
            server.says("oidc-mail", with(claims("oidc-mail", List.of("reviewers"), List.of()), "email", mail));
            assertThat(come(new Browser(port), "oidc-mail")).isEqualTo("/");
            assertThat(list.byId("oidc-mail").orElseThrow().mail()).as(mail).isEmpty();
        }
    }

    @Test
    void eachLoginBringsTheAccountIntoStepAndEndsWhatWasBefore() {
        server.says("oidc-moves", claims("oidc-moves", List.of("operators"), List.of("hubin")));
        Browser before = new Browser(port);
        come(before, "oidc-moves");

        server.says("oidc-moves", claims("renamed-there", List.of("reviewers"), List.of()));
        Browser after = new Browser(port);
        come(after, "oidc-moves");

        assertThat(list.byId("renamed-there")).isEmpty();
        Account account = list.byId("oidc-moves").orElseThrow();
        assertThat(account.roles()).containsExactly(Role.OPS_REVIEWER);
        assertThat(account.companies()).isEmpty();
        assertThat(before.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(after.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyBecomesAnAdministratorByTheNameOfAGroup() {
        List<String> ours = List.of("onboarding-admin", "camunda-admin", "ops-supervisor");
        server.says("oidc-climber", claims("oidc-climber", ours, List.of()));
        Browser browser = new Browser(port);
        come(browser, "oidc-climber");

        assertThat(list.byId("oidc-climber").orElseThrow().roles()).isEmpty();
        assertThat(location(browser.get("/"))).endsWith("/account/waiting");
        assertThat(browser.get("/account/waiting").body()).contains("您的账号还没有角色", "请联系运营公司主管");

        server.says("oidc-chosen", claims("oidc-chosen", List.of("keepers"), List.of()));
        come(new Browser(port), "oidc-chosen");
        assertThat(list.byId("oidc-chosen").orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void aDisabledAccountStaysOut() {
        server.says("oidc-left", claims("oidc-left", List.of("reviewers"), List.of()));
        come(new Browser(port), "oidc-left");
        Actor keeper = new Actor("admin", "管理员", Set.of(Role.ADMIN.group()), Set.of());
        accounts.disable(
                keeper, "oidc-left", list.byId("oidc-left").orElseThrow().version(), "离职");

        Browser browser = new Browser(port);
        assertThat(come(browser, "oidc-left")).endsWith("/login?reason=disabled");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void anIdFollowsTheSameRulesAsEveryOther() {
        server.says("oidc-odd", claims("张三", List.of("reviewers"), List.of()));
        server.says("oidc-none", claims("", List.of("reviewers"), List.of()));

        Browser browser = new Browser(port);
        assertThat(come(browser, "oidc-odd")).endsWith("/login?reason=oidc-id");
        assertThat(browser.get("/login?reason=oidc-id").body()).contains("不能用于本系统", "请联系运营公司主管");
        assertThat(come(new Browser(port), "oidc-none")).endsWith("/login?reason=oidc-id");
    }

    @Test
    void anAccountThatWasMadeHereGoesOverByTheSameProvenMailAlone() {
        users.add("oidc-local", "本", "地", DemoWorld.PASSWORD, List.of(Role.AUDITOR.group()), List.of());
        String mail = list.byId("oidc-local").orElseThrow().mail();
        Map<String, Object> claims = claims("oidc-local", List.of("reviewers"), List.of());
        server.says("oidc-thief", claims);
        assertThat(come(new Browser(port), "oidc-thief")).endsWith("reason=oidc-id");
        server.says("oidc-thief", with(with(claims, "email", mail), "email_verified", false));
        assertThat(come(new Browser(port), "oidc-thief")).endsWith("reason=oidc-id");
        server.says("oidc-thief", with(with(claims, "preferred_username", "OIDC-local"), "email", mail));
        assertThat(come(new Browser(port), "oidc-thief")).endsWith("reason=oidc-id");
        assertThat(list.byId("oidc-local").orElseThrow().roles()).containsExactly(Role.AUDITOR);

        server.says("oidc-owner", with(claims, "email", mail));
        assertThat(come(new Browser(port), "oidc-owner")).isEqualTo("/");
        assertThat(list.byId("oidc-local").orElseThrow().roles()).containsExactly(Role.OPS_REVIEWER);
    }

    @Test
    void whoLeavesHereLeavesThere() {
        server.says("oidc-leaves", claims("oidc-leaves", List.of("reviewers"), List.of()));
        for (String way : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            Browser browser = new Browser(port);
            come(browser, "oidc-leaves");
            browser.get("/camunda/app/tasklist/default/");

            browser.call("POST", way, null);
            HttpResponse<String> page = browser.get("/login");
            String goodbye = page.headers().firstValue("refresh").orElse("none").replaceFirst("^0; url=", "");

            assertThat(goodbye).as(way).startsWith(server.issuer() + "/connect/logout");
            assertThat(page.body()).contains("正在退出");
            assertThat(location(browser.get(goodbye))).isEqualTo("http://localhost:" + port + "/login?reason=logout");
            assertThat(browser.get("/login?reason=logout").headers().firstValue("refresh"))
                    .isEmpty();
            assertThat(location(browser.get(location(browser.get(START)))))
                    .as("asked for the password again")
                    .endsWith("/login");
        }
    }

    @Test
    void aForgedWayBackLeadsNowhere() {
        Browser browser = new Browser(port);
        browser.get(START);

        assertThat(location(browser.get("/login/oauth2/code/oidc?code=stolen&state=guessed")))
                .endsWith("/login?reason=oidc");
        assertThat(browser.get("/login?reason=oidc").body()).contains("请再试一次");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenServerThatIsAwayIsSaidAndPasswordsGoOn() {
        configure("http://127.0.0.1:9");
        Browser browser = new Browser(port);

        assertThat(location(browser.get(START))).endsWith("/login?reason=oidc-away");
        assertThat(browser.get("/login?reason=oidc-away").body()).contains("暂时连接不上");
        assertThat(location(browser.login("hubin", DemoWorld.PASSWORD))).doesNotContain("login");
    }

    /** From the button to where the product leads afterwards. */
    private String come(Browser browser, String user) {
        String there = location(browser.get(START));
        assertThat(location(browser.get(there))).isEqualTo(server.issuer() + "/login");
        String form = "username=" + encode(user) + "&password=" + RealTokenServer.PASSWORD;
        HttpResponse<String> known = browser.send(browser.request(server.issuer() + "/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        String back = location(browser.get(location(known)));
        assertThat(back).startsWith("http://localhost:" + port + "/login/oauth2/code/oidc?code=");
        return location(browser.get(back));
    }

    private void configure(String issuer) {
        environment.getPropertySources().remove(SETTINGS);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        SETTINGS,
                        Map.of(
                                "ONBOARDING_OIDC_ISSUER",
                                issuer,
                                "ONBOARDING_OIDC_CLIENT_ID",
                                RealTokenServer.CLIENT,
                                "ONBOARDING_OIDC_CLIENT_SECRET",
                                RealTokenServer.SECRET,
                                "ONBOARDING_OIDC_NAME",
                                "集团登录",
                                "ONBOARDING_OIDC_GROUPS",
                                "operators=lot-operator, reviewers=ops-reviewer, keepers=onboarding-admin")));
    }

    private static Map<String, Object> claims(String userId, List<String> groups, List<String> companies) {
        return Map.of(
                "preferred_username",
                userId,
                "name",
                "欧阳一",
                "email",
                userId + "@group.example",
                "email_verified",
                true,
                "groups",
                groups,
                "companies",
                companies);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("none");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

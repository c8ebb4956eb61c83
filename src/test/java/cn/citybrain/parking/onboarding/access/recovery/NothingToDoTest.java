package cn.citybrain.parking.onboarding.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person without a role or a company reads what to do, wherever they go. */
@OnboardingTest
class NothingToDoTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/board",
            "/people",
            "/applications/X1",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/welcome/default/");

    @LocalServerPort
    int port;

    @Autowired
    UserAccounts users;

    @Autowired
    IdentityService identity;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        PeopleDesk.dismiss(beans, made);
    }

    private String somebody() {
        String id = PeopleDesk.anId();
        made.add(id);
        return id;
    }

    @Test
    void isLedThereFromEveryPage() {
        String[][] people = {
            {"", "还没有角色"}, {Role.LOT_OPERATOR.group(), "还没有所属的车场方"}, {Role.LOT_VENDOR.group(), "还没有所属的技术方"}
        };
        for (String[] person : people) {
            String id = somebody();
            users.add(
                    id, "无", "事", DemoWorld.PASSWORD, person[0].isEmpty() ? List.of() : List.of(person[0]), List.of());
            Browser browser = new Browser(port);
            browser.login(id, DemoWorld.PASSWORD);
            for (String page : PAGES) {
                var answer = browser.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(302);
                assertThat(answer.headers().firstValue("location").orElse(""))
                        .as(page)
                        .endsWith("/account/waiting");
            }
            assertThat(browser.get("/account/waiting").body()).contains(person[1], "运营公司主管", "重新进入", id);
            assertThat(Browser.json(browser.get("/api/session")).path("home").asText())
                    .isEqualTo("/account/waiting");
            assertThat(browser.get("/help").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void goesOnAsSoonAsThereIsSomethingToDo() {
        String id = somebody();
        users.add(id, "无", "事", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of());
        Browser browser = new Browser(port);
        browser.login(id, DemoWorld.PASSWORD);

        identity.createTenantUserMembership("hubin", id);

        assertThat(browser.get("/account/waiting").headers().firstValue("location"))
                .hasValue("/");
        assertThat(browser.get("/").headers().firstValue("location").orElse(""))
                .endsWith("/camunda/app/tasklist/default/");
    }

    @Test
    void isNobodyElsesPage() {
        for (String user : List.of("hubin", "zhilian", "reviewer", "supervisor", "auditor", "admin")) {
            Browser browser = Browser.of(port, user);
            assertThat(browser.get("/board").statusCode()).as(user).isEqualTo(200);
        }
        assertThat(new Browser(port)
                        .get("/account/waiting")
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("/login");
    }
}

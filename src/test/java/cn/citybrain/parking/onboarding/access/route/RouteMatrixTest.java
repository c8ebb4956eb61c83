package cn.citybrain.parking.onboarding.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Calls every mapped address as everybody: reading, and changing with a token and an empty body. Each has to be answered as
 * the tables say, none with an error of ours, and an address that stands in no table fails.
 */
@Tag("values")
@OnboardingTest
class RouteMatrixTest {

    /** What ends the caller's own session: asked last. */
    private static final Set<String> LEAVING =
            Set.of("DELETE /api/account/sessions", "POST /camunda/api/admin/auth/user/{processEngineName}/logout");

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext app;

    @Autowired
    ServletContext servlets;

    private final Map<Visitor, Browser> browsers = new EnumMap<>(Visitor.class);
    private final List<String> faults = new ArrayList<>();
    private Map<Route, String> demanded;
    private Subjects seen;

    @BeforeEach
    void everybodyIsThere() {
        seen = new Subjects(app.getBeanFactory());
        demanded = MappedRoutes.demanded(app);
        for (Visitor visitor : Visitor.values()) {
            browsers.put(visitor, visitor.browser(port));
        }
    }

    @Test
    void ourOwnAddressesAnswerEachRoleAsTheTableSays() {
        check("access/routes.txt", MappedRoutes.of(app));
    }

    @Test
    void theEnginesAddressesAnswerEachRoleAsTheTableSays() {
        SortedSet<Route> routes = EngineRoutes.of(servlets);
        assertThat(routes).as("what the crawl finds").hasSizeGreaterThan(300);
        check("access/engine-routes.txt", routes);
    }

    /** One of them that nobody here walks would be a door that no table knows. */
    @Test
    void noOtherServletIsMapped() {
        assertThat(MappedRoutes.servlets(servlets))
                .containsExactly(
                        "/",
                        "/camunda/api/admin/*",
                        "/camunda/api/cockpit/*",
                        "/camunda/api/engine/*",
                        "/camunda/api/tasklist/*",
                        "/camunda/api/welcome/*");
    }

    /** Nothing in them is anybody's: what they show they ask for. Strangers have no use for them. */
    @Test
    void theFilesOfOurPagesAreForWhoeverIsLoggedIn() {
        assertThat(OurFiles.addresses()).hasSizeGreaterThan(40).allSatisfy(file -> {
            assertThat(browsers.get(Visitor.NOBODY).get(file).statusCode()).isEqualTo(302);
            assertThat(browsers.get(Visitor.FOREIGNER).get(file).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void aStepThatRefusesSaysSoInItsOwnWordsAlone() {
        HttpResponse<String> answer = browsers.get(Visitor.OPERATOR)
                .call("POST", seen.at("/camunda/api/engine/engine/{name}/task/{id}/complete"), "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("还没有提交，请先在表单中填好并提交\"").doesNotContain("ENGINE-");
    }

    @Test
    void nothingChangesWithoutTheToken() {
        Browser operator = browsers.get(Visitor.OPERATOR);
        for (Route route : MappedRoutes.of(app)) {
            if (!route.reads()
                    && route.path().startsWith("/api/")
                    && !route.path().startsWith("/api/v2/")) {
                HttpResponse<String> answer = operator.send(operator.request(seen.at(route.path()))
                        .header("Content-Type", "application/json")
                        .method(route.method(), java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
                assertThat(answer.body()).as(route.toString()).contains("安全令牌");
            }
        }
    }

    private void check(String resource, SortedSet<Route> routes) {
        SortedMap<Route, Expectation> rules = RouteTable.read(resource).rules();
        SortedMap<Route, Expectation> observed = observed(routes);
        RouteTable.leave(resource.substring(resource.indexOf('/') + 1), observed);
        observed.forEach((route, answers) -> {
            Expectation rule = rules.get(route);
            if (rule == null) {
                faults.add(route + " stands nowhere in " + resource + "; it answered: " + answers);
            } else if (!rule.equals(answers)) {
                faults.add(route + " should answer: " + rule + "; it answered: " + answers);
            }
        });
        SortedSet<Route> gone = new TreeSet<>(rules.keySet());
        gone.removeAll(routes);
        gone.forEach(route -> faults.add(route + " stands in " + resource + " and is not mapped any more"));
        assertThat(faults).as("all that was answered is in target/routes").isEmpty();
    }

    private SortedMap<Route, Expectation> observed(SortedSet<Route> routes) {
        SortedMap<Route, Expectation> observed = new TreeMap<>();
        routes.stream()
                .filter(route -> !LEAVING.contains(route.toString()))
                .forEach(route -> observed.put(route, ask(route)));
        routes.stream()
                .filter(route -> LEAVING.contains(route.toString()))
                .forEach(route -> observed.put(route, ask(route)));
        return observed;
    }

    private Expectation ask(Route route) {
        Map<Visitor, Integer> statuses = new EnumMap<>(Visitor.class);
        String address = address(route);
        browsers.forEach((visitor, browser) -> {
            HttpResponse<String> answer = ask(route, address, browser);
            statuses.put(visitor, answer.statusCode());
            if (answer.statusCode() >= 500 || answer.body().contains("\tat ")) {
                faults.add(route + " as " + visitor.word() + " at " + address + ": " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length())));
            }
        });
        return new Expectation(statuses);
    }

    /** What one call of ours changed must not decide what the next is answered; the engine's all refuse an empty body. */
    private String address(Route route) {
        boolean ours = !route.path().startsWith("/camunda/");
        Subjects subjects = ours && !route.reads() ? new Subjects(app.getBeanFactory()) : seen;
        String address = subjects.at(route.path());
        String query = ours ? demanded.getOrDefault(route, "") : "maxResults=10";
        return query.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + query;
    }

    private static HttpResponse<String> ask(Route route, String address, Browser browser) {
        if (address.endsWith(MappedRoutes.FILE)) {
            return browser.upload(
                    address.replaceFirst("[?&]" + MappedRoutes.FILE + "$", ""), "x.png", "image/png", new byte[0]);
        }
        if (!route.method().equals("GET")) {
            return browser.call(route.method(), address, route.reads() ? null : "{}");
        }
        return browser.send(browser.request(address)
                .header("Accept", address.contains("/api/") ? "application/json, */*;q=0.5" : "text/html,*/*;q=0.8")
                .GET());
    }
}

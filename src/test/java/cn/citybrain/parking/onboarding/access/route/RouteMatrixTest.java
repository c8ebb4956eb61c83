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
    private static final String LEAVING = "DELETE /api/account/sessions";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext app;

    @Autowired
    ServletContext servlets;

    private final Map<Visitor, Browser> browsers = new EnumMap<>(Visitor.class);
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void everybodyIsThere() {
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

    @Test
    void nothingChangesWithoutTheToken() {
        Subjects subjects = Subjects.make(app.getBeanFactory());
        Browser operator = browsers.get(Visitor.OPERATOR);
        for (Route route : MappedRoutes.of(app)) {
            if (!route.reads() && route.path().startsWith("/api/") && !route.path().startsWith("/api/v2/")) {
                HttpResponse<String> answer = operator.send(operator.request(subjects.at(route))
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
        Subjects seen = Subjects.make(app.getBeanFactory());
        SortedMap<Route, Expectation> observed = new TreeMap<>();
        for (Route route : routes) {
            if (!route.toString().equals(LEAVING)) {
                // what one call changed must not decide what the next is answered
                observed.put(route, ask(route, route.reads() ? seen : Subjects.make(app.getBeanFactory())));
            }
        }
        routes.stream()
                .filter(route -> route.toString().equals(LEAVING))
                .forEach(route -> observed.put(route, ask(route, seen)));
        return observed;
    }

    private Expectation ask(Route route, Subjects subjects) {
        Map<Visitor, Integer> statuses = new EnumMap<>(Visitor.class);
        String address = subjects.at(route);
        browsers.forEach((visitor, browser) -> {
            HttpResponse<String> answer = route.method().equals("GET")
                    ? browser.get(address)
                    : browser.call(route.method(), address, route.reads() ? null : "{}");
            statuses.put(visitor, answer.statusCode());
            if (answer.statusCode() >= 500 || answer.body().contains("\tat ")) {
                faults.add(route + " as " + visitor.word() + " at " + address + ": " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length())));
            }
        });
        return new Expectation(statuses);
    }
}

package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every answer of production tells the browser, seen from outside, through the proxy that ends TLS. */
final class HeadersOfProduction {

    private static final List<String> PAGES_OF_STRANGERS = List.of(
            "/login",
            "/account/forgot",
            "/",
            "/board",
            "/nothing",
            "/api/session",
            "/api/nothing",
            "/error",
            "/camunda/app/tasklist/default/",
            "/camunda/api/engine/engine/default/task/count",
            "/camunda/favicon.ico",
            "/actuator/health",
            "/actuator/health/nothing",
            // refused before anything has looked at it
            "/camunda//api/admin");

    private static final List<String> PAGES_OF_THE_ADMINISTRATOR = List.of(
            "/people",
            "/onboarding/people.js",
            "/api/people",
            "/api/account",
            "/nothing",
            "/api/nothing",
            "/camunda/app/welcome/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/api/engine/engine/default/user/count");

    private final List<String> faults = new ArrayList<>();

    private HeadersOfProduction() {}

    /** @param administrator logged in */
    static void check(ProductionSite site, Browser administrator) {
        HeadersOfProduction headers = new HeadersOfProduction();
        PAGES_OF_STRANGERS.forEach(path -> headers.look(path, site.browser().get(path)));
        PAGES_OF_THE_ADMINISTRATOR.forEach(path -> headers.look(path, administrator.get(path)));
        for (String machine : List.of("/api/v2/cp/uploadCarInData", "/tcjg/api/nothing", "/callbacks/wechatpay/x")) {
            Browser lot = site.browser();
            headers.look(machine, lot.send(lot.request(machine).POST(BodyPublishers.ofString("{}"))));
        }
        Browser person = site.browser();
        headers.cookies(person.login(ProductionSite.ADMINISTRATOR, ProductionSite.ADMINISTRATORS_PASSWORD));
        headers.cookies(person.get("/camunda/app/welcome/default/"));
        headers.cookies(site.browser().get("/login"));
        assertThat(headers.faults).isEmpty();
    }

    private void look(String path, HttpResponse<String> answer) {
        String at = path + " (" + answer.statusCode() + ")";
        must(at, answer, "strict-transport-security", "max-age=31536000");
        must(at, answer, "x-content-type-options", "nosniff");
        must(at, answer, "referrer-policy", "no-referrer");
        must(at, answer, "permissions-policy", "camera=()");
        must(at, answer, "cross-origin-opener-policy", "same-origin");
        must(at, answer, "content-security-policy", "frame-ancestors 'none'");
        must(at, answer, "content-security-policy", "object-src 'none'");
        policy(at, answer);
        for (String talkative : List.of("server", "x-powered-by")) {
            answer.headers()
                    .firstValue(talkative)
                    .ifPresent(said -> faults.add(at + " says " + talkative + ": " + said));
        }
        if (answer.statusCode() >= 500 || answer.body().contains("\tat ")) {
            faults.add(at + ": " + answer.body());
        }
    }

    /** Scripts come from us, and are neither inline nor from anywhere that speaks TLS. */
    private void policy(String at, HttpResponse<String> answer) {
        String scripts = answer.headers().firstValue("content-security-policy").stream()
                .flatMap(policy -> List.of(policy.split(";")).stream())
                .map(String::strip)
                .filter(part -> part.startsWith("script-src"))
                .findFirst()
                .orElse("");
        boolean webapp = scripts.contains("'strict-dynamic'");
        if (!scripts.equals("script-src 'self'") && !webapp) {
            faults.add(at + " lets scripts come from: " + scripts);
        }
        if (scripts.contains("unsafe-inline") || scripts.contains("https:") || scripts.contains("*")) {
            faults.add(at + " lets scripts come from: " + scripts);
        }
        if (webapp && !scripts.contains("'nonce-")) {
            faults.add(at + " names no nonce: " + scripts);
        }
    }

    private void must(String at, HttpResponse<String> answer, String header, String part) {
        Optional<String> said = answer.headers().firstValue(header);
        if (said.filter(value -> value.contains(part)).isEmpty()) {
            faults.add(at + " has no " + part + " in " + header + ": " + said.orElse("not there"));
        }
    }

    /** Those that scripts have to read carry no secret of the session. */
    private void cookies(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("set-cookie")) {
            String attributes = cookie.toLowerCase(Locale.ROOT);
            boolean read = cookie.startsWith("ONBOARDING-XSRF=") || cookie.startsWith("XSRF-TOKEN=");
            if (!attributes.contains("secure")
                    || !attributes.contains("samesite=")
                    || !read && !attributes.contains("httponly")) {
                faults.add(answer.uri().getPath() + " sets " + cookie.replaceFirst("=[^;]*", "=…"));
            }
        }
    }
}

package cn.citybrain.parking.onboarding.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Webapps;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** A page of the webapps runs its scripts, whoever else loads one at the same time. */
@OnboardingTest
class PageNonceTest {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @LocalServerPort
    int port;

    @Test
    void aPageHasTheNonceThatItsPolicyNames() {
        HttpResponse<String> page = Browser.of(port, "reviewer").get(Webapps.page("tasklist"));
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(found("nonce=\"([^\"]+)\"", page.body())).isEqualTo(found("'nonce-([^']+)'", policy));
    }

    @Test
    void keepsItsNonceWhileSomebodyElseLoadsAPage() throws Exception {
        MockServletContext shared = new MockServletContext();
        PageNonce filter = new PageNonce();
        filter.doFilter(page(shared), new MockHttpServletResponse(), (mine, response) -> {
            mine.getServletContext().setAttribute(NONCE, "mine");
            filter.doFilter(page(shared), new MockHttpServletResponse(), (others, answer) -> others.getServletContext()
                    .setAttribute(NONCE, "another's"));
            assertThat(mine.getServletContext().getAttribute(NONCE)).isEqualTo("mine");
            mine.getServletContext().setAttribute("kept", "for all");
        });
        assertThat(shared.getAttribute(NONCE)).isNull();
        assertThat(shared.getAttribute("kept")).isEqualTo("for all");
    }

    private static HttpServletRequest page(ServletContext context) {
        MockHttpServletRequest request = new MockHttpServletRequest(context);
        request.setMethod("GET");
        request.setRequestURI(Webapps.page("tasklist"));
        return request;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}

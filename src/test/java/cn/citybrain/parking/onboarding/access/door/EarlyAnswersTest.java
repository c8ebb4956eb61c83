package cn.citybrain.parking.onboarding.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whoever is answered before the body came, by an application whose page for errors reads the body again, as Spring's does with
 * an upload: the answer is given once, and nothing of it fills the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class EarlyAnswersTest {

    private static final int LOOKS = 200;
    private static final int LOOK_MILLIS = 50;
    private static final int LENGTH = 500_000;
    private static final AtomicInteger PAGES = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"/closed,503", "/flushed,400", "/closed-well,200", "/half,400"})
    void anAnswerBeforeABodyThatDripsStandsAlone(String path, int status, CapturedOutput log) {
        PAGES.set(0);
        SlowRequestsTest.server(Answers.class, port -> {
            try (Wire wire = Wire.open(port).say(Wire.head(path, "localhost", LENGTH) + "a=1")) {
                assertThat(wire.status()).isEqualTo(status);
                wire.rest();
                assertThat(drips(wire)).as("what follows the answer").isEmpty();
            }
        });
        assertThat(PAGES).hasValue(0);
        assertThat(log).doesNotContain("Exception", "ERROR", "SEVERE");
    }

    @Test
    void whatIsLongerThanIsReadToItsEndStandsAloneToo(CapturedOutput log) {
        PAGES.set(0);
        SlowRequestsTest.server(
                Answers.class,
                port -> {
                    try (Wire wire =
                            Wire.open(port).say(Wire.head("/closed", "localhost", LENGTH) + "a".repeat(LENGTH / 2))) {
                        assertThat(wire.status()).isEqualTo(503);
                    }
                },
                "server.tomcat.max-swallow-size=1KB");
        assertThat(PAGES).hasValue(0);
        assertThat(log).doesNotContain("Exception", "ERROR", "SEVERE");
    }

    @Test
    void whoHangsUpAfterTheAnswerLeavesNoTrace(CapturedOutput log) {
        PAGES.set(0);
        SlowRequestsTest.server(Answers.class, port -> {
            for (String path : List.of("/closed", "/flushed", "/half")) {
                try (Wire wire = Wire.open(port).say(Wire.head(path, "localhost", LENGTH) + "a=1")) {
                    assertThat(wire.status()).as(path).isPositive();
                }
            }
        });
        assertThat(PAGES).hasValue(0);
        assertThat(log).doesNotContain("Exception", "ERROR", "SEVERE");
    }

    /** Whose error nobody has answered yet still gets its page. */
    @Test
    void anErrorWithoutAnAnswerHasItsPage() {
        PAGES.set(0);
        SlowRequestsTest.server(Answers.class, port -> {
            try (Wire wire = Wire.open(port).say(Wire.post("/wrong", "localhost", "a=1"))) {
                assertThat(wire.status()).isEqualTo(418);
            }
        });
        assertThat(PAGES).hasValue(1);
    }

    /** One letter after another until the connection ends: what came meanwhile. */
    private static String drips(Wire wire) {
        for (int look = 0; look < LOOKS; look++) {
            String heard = wire.say("x").heard(LOOK_MILLIS);
            if (heard != null) {
                return heard;
            }
        }
        throw new AssertionError("the connection was not ended");
    }

    @Configuration(proxyBeanMethods = false)
    static class Answers {

        @Bean
        ErrorPageRegistrar pages() {
            return registry -> registry.addErrorPages(new ErrorPage("/error"));
        }

        @Bean
        ServletRegistrationBean<?> answer() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                                answer(request, response);
                            } else {
                                page(request, response);
                            }
                        }
                    },
                    "/");
        }

        private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/wrong" -> response.sendError(400);
                case "/half" -> {
                    request.getInputStream().read();
                    said(response, 400).flushBuffer();
                }
                case "/flushed" -> said(response, 400).flushBuffer();
                case "/closed-well" -> said(response, 200).getWriter().close();
                default -> said(response, 503).getWriter().close();
            }
        }

        private static void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
            PAGES.incrementAndGet();
            request.getInputStream().readAllBytes();
            response.setStatus(418);
        }

        private static HttpServletResponse said(HttpServletResponse response, int status) throws IOException {
            response.setStatus(status);
            response.setContentLength(2);
            response.getWriter().print("{}");
            return response;
        }
    }
}

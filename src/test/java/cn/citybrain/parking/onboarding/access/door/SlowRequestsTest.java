package cn.citybrain.parking.onboarding.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who says half of what they announced, or says it letter by letter, tried from outside on a server with the settings of the
 * product, only sooner and smaller, and an application that does nothing but read.
 */
@ExtendWith(OutputCaptureExtension.class)
class SlowRequestsTest {

    private static final int CALLERS = 230;
    private static final String TEN_BYTES = "a=12345678";
    private static final int BLOCKS = 100_000;
    private static final int BLOCK = 8192;
    private static final int LOOKS = 200;
    private static final int LOOK_MILLIS = 50;

    @Test
    void halfHeadersStopNobodyAndAreEnded() {
        server(port -> {
            List<Wire> halves = Wire.many(CALLERS, port, "GET / HTTP");

            assertThat(asked(port, Wire.get("/", "localhost"))).isEqualTo(200);
            assertThat(halves).allMatch(half -> half.status() == 0);
            Wire.close(halves);
        });
    }

    @Test
    void headersThatDripAreEndedAllTheSame() {
        server(port -> {
            try (Wire wire = Wire.open(port).say("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ")) {
                assertThat(drips(wire)).isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/read", "/form", "/redirect", "/ignore"})
    void halfBodiesStopNobodyAreEndedAndFillNoLog(String path, CapturedOutput log) {
        server(port -> {
            List<Wire> halves = Wire.many(CALLERS, port, Wire.head(path, "localhost", 1000) + TEN_BYTES);

            assertThat(asked(port, Wire.get("/", "localhost"))).isEqualTo(200);
            assertThat(asked(port, Wire.post("/read", "localhost", TEN_BYTES))).isEqualTo(200);
            assertThat(halves).extracting(Wire::status).containsOnly(408, 503);
            assertThat(log).doesNotContain("Exception");
            Wire.close(halves);
        });
    }

    @Test
    void chunksThatNeverEndStopNobodyAndAreEnded() {
        server(port -> {
            String head = "POST /read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\na\r\n";
            List<Wire> halves = Wire.many(CALLERS, port, head + TEN_BYTES);

            assertThat(asked(port, Wire.post("/read", "localhost", TEN_BYTES))).isEqualTo(200);
            assertThat(halves).extracting(Wire::status).containsOnly(408, 503);
            Wire.close(halves);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/read", "/form", "/ignore"})
    void bodiesThatDripAreEnded(String path) {
        server(port -> {
            try (Wire wire = Wire.open(port).say(Wire.head(path, "localhost", 1000))) {
                assertThat(drips(wire)).isTrue();
            }
        });
    }

    @Test
    void aBodyThatComesInPiecesIsTaken() {
        server(port -> {
            try (Wire wire = Wire.open(port).say(Wire.head("/read", "localhost", 30) + TEN_BYTES)) {
                assertThat(wire.ended(LOOK_MILLIS)).isFalse();
                wire.say(TEN_BYTES);
                assertThat(wire.ended(LOOK_MILLIS)).isFalse();
                assertThat(wire.say(TEN_BYTES).status()).isEqualTo(200);
            }
        });
    }

    @Test
    void whoseBodyComesAMomentLaterIsTakenWhileSlowOnesHoldEveryPlace() {
        server(
                port -> {
                    List<Wire> halves = Wire.many(30, port, Wire.head("/read", "localhost", 1000) + TEN_BYTES);
                    assertThat(halves.stream().filter(half -> half.ended(8 * LOOK_MILLIS)))
                            .hasSize(22);

                    try (Wire wire = Wire.open(port).say(Wire.head("/read", "localhost", 20))) {
                        for (int piece = 0; piece < 2; piece++) {
                            assertThat(wire.ended(LOOK_MILLIS)).isFalse();
                            wire.say(TEN_BYTES);
                        }
                        assertThat(wire.status()).isEqualTo(200);
                    }
                    Wire.close(halves);
                },
                "onboarding.access.door.body-pause=30s",
                "onboarding.access.door.body-grace=30s");
    }

    @Test
    void aConnectionServesMoreThanOneRequest() {
        server(port -> {
            try (Wire wire = Wire.open(port)) {
                for (String path : List.of("/read", "/ignore", "/form")) {
                    assertThat(wire.say(Wire.post(path, "localhost", TEN_BYTES)).status())
                            .as(path)
                            .isEqualTo(200);
                    wire.rest();
                }
            }
        });
    }

    @Test
    void lotsAndChannelsAndPeopleWaitApart() {
        for (String[] others : List.of(
                new String[] {"/api/v2/cp/uploadHeartbeat", "/read"}, new String[] {"/read", "/callbacks/etc/x"})) {
            server(port -> {
                List<Wire> halves = Wire.many(CALLERS, port, Wire.head(others[0], "localhost", 1000) + TEN_BYTES);

                try (Wire wire = Wire.open(port).say(Wire.head(others[1], "localhost", 20) + TEN_BYTES)) {
                    assertThat(wire.ended(LOOK_MILLIS)).as(others[1]).isFalse();
                    assertThat(wire.say(TEN_BYTES).status()).as(others[1]).isEqualTo(200);
                }
                Wire.close(halves);
            });
        }
    }

    /** Behind the proxy, whose address everybody has. */
    @Test
    void whatOneAddressHoldsAnotherHasNot() {
        String[] behindAProxy = {"spring.profiles.active=prod", "ONBOARDING_PUBLIC_URL=https://pay.example"};
        server(
                port -> {
                    List<Wire> halves = Wire.many(
                            12,
                            port,
                            Wire.head("/read", "pay.example", 1000, "X-Forwarded-For: 203.0.113.5") + TEN_BYTES);
                    Wire other = Wire.open(port)
                            .say(Wire.head("/read", "pay.example", 20, "X-Forwarded-For: 203.0.113.6") + TEN_BYTES);

                    assertThat(other.ended(LOOK_MILLIS)).isFalse();
                    assertThat(other.say(TEN_BYTES).status()).isEqualTo(200);
                    assertThat(halves).extracting(Wire::status).contains(503).contains(408);
                    other.close();
                    Wire.close(halves);
                },
                behindAProxy);
    }

    @Test
    void anAddressThatOpensTooManyConnectionsLosesItsOldestIdleOnes() {
        server(
                port -> {
                    List<Wire> idle = Wire.many(60, port, "");

                    assertThat(asked(port, Wire.get("/", "localhost"))).isEqualTo(200);
                    assertThat(idle.subList(0, 40)).allMatch(wire -> wire.ended(5000));
                    assertThat(idle.get(59).ended(LOOK_MILLIS)).isFalse();
                    Wire.close(idle);
                },
                "onboarding.access.door.connections-per-address=20",
                "onboarding.access.door.head=30s");
    }

    /** They took what they asked for and do not read it. */
    @Test
    void whoDoesNotReadItsAnswersLeavesThreadsToOthers() {
        String[] behindAProxy = {
            "spring.profiles.active=prod",
            "ONBOARDING_PUBLIC_URL=https://pay.example",
            "onboarding.access.door.people-at-once-per-address=20"
        };
        server(
                port -> {
                    List<Wire> deaf = Wire.many(
                            CALLERS, port, Wire.post("/endless", "pay.example", "", "X-Forwarded-For: 203.0.113.5"));

                    assertThat(asked(port, Wire.get("/", "pay.example"))).isEqualTo(200);
                    Wire.close(deaf);
                },
                behindAProxy);
    }

    @Test
    void lotsAndChannelsCanHaveADoorOfTheirOwn() {
        int own = freePort();
        server(
                port -> {
                    List<Wire> halves = Wire.many(CALLERS, port, Wire.head("/read", "localhost", 1000) + TEN_BYTES);

                    assertThat(asked(own, Wire.post("/api/v2/cp/uploadHeartbeat", "10.0.0.9", TEN_BYTES)))
                            .isEqualTo(200);
                    assertThat(asked(own, Wire.get("/login", "localhost"))).isEqualTo(404);
                    assertThat(asked(port, Wire.post("/tcjg/api/x", "localhost", TEN_BYTES)))
                            .as("and the old one stays open to them")
                            .isEqualTo(200);
                    Wire.close(halves);
                },
                "onboarding.access.door.machine-port=" + own);
    }

    @Test
    void peopleAreAnsweredUnderKnownNamesOnly() {
        server(
                port -> {
                    assertThat(asked(port, Wire.get("/", "pay.example"))).isEqualTo(200);
                    assertThat(asked(port, Wire.get("/", "PAY.example:443"))).isEqualTo(200);
                    assertThat(asked(port, Wire.get("/", "office.example"))).isEqualTo(200);
                    for (String foreign :
                            List.of("evil.example", "pay.example.evil.example", "localhost", "127.0.0.1", "[::1]")) {
                        assertThat(asked(port, Wire.get("/", foreign)))
                                .as(foreign)
                                .isEqualTo(421);
                    }
                    assertThat(asked(port, Wire.post("/callbacks/etc/x", "10.1.2.3", TEN_BYTES)))
                            .as("nothing that a machine is told leads anywhere")
                            .isEqualTo(200);
                },
                "spring.profiles.active=prod",
                "ONBOARDING_PUBLIC_URL=https://pay.example",
                "ONBOARDING_HOSTS=office.example, other.example");
    }

    @Test
    void theDemoTakesEveryLocalName() {
        server(port -> {
            for (String local : List.of("localhost", "127.0.0.1:8080", "192.168.1.7", "[::1]:8080", "mybox")) {
                assertThat(asked(port, Wire.get("/", local))).as(local).isEqualTo(200);
            }
            assertThat(asked(port, Wire.get("/", "evil.example"))).isEqualTo(421);
        });
    }

    private static int asked(int port, String request) {
        try (Wire wire = Wire.open(port)) {
            return wire.say(request).status();
        }
    }

    /** One letter after another: whether the server ends it. */
    private static boolean drips(Wire wire) {
        for (int look = 0; look < LOOKS; look++) {
            if (wire.say("x").ended(LOOK_MILLIS)) {
                return true;
            }
        }
        return false;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void server(IntConsumer test, String... settings) {
        server(Reads.class, test, settings);
    }

    /** @param application what stands behind the door */
    static void server(Class<?> application, IntConsumer test, String... settings) {
        new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues(
                        "server.port=0",
                        "spring.profiles.active=demo",
                        "server.tomcat.threads.max=30",
                        "onboarding.access.door.head=500ms",
                        "onboarding.access.door.body-pause=400ms",
                        "onboarding.access.door.body-grace=600ms",
                        "onboarding.access.door.people-waiting=10",
                        "onboarding.access.door.machines-waiting=10",
                        "onboarding.access.door.waiting-per-address=8")
                .withPropertyValues(settings)
                .withConfiguration(AutoConfigurations.of(
                        ServletWebServerFactoryAutoConfiguration.class,
                        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class))
                .withUserConfiguration(TomcatDoor.class, UnarrivedRequests.class, application)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    test.accept(
                            ((AnnotationConfigServletWebServerApplicationContext) context.getSourceApplicationContext())
                                    .getWebServer()
                                    .getPort());
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Reads {

        @Bean
        ServletRegistrationBean<?> answer() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            String said =
                                    switch (request.getRequestURI()) {
                                        case "/form" -> request.getParameter("a");
                                        case "/ignore", "/redirect" -> "";
                                        default -> "" + request.getInputStream().readAllBytes().length;
                                    };
                            response.setContentType("text/plain");
                            if (request.getRequestURI().equals("/endless")) {
                                for (int block = 0; block < BLOCKS; block++) {
                                    response.getOutputStream().write(new byte[BLOCK]);
                                }
                            } else if (request.getRequestURI().equals("/redirect")) {
                                response.sendRedirect("/somewhere?" + request.getParameter("a"));
                            } else {
                                response.getWriter().print(said);
                            }
                        }
                    },
                    "/");
        }
    }
}

package cn.citybrain.parking.onboarding.access.setup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whose address the server takes a caller to be at, with the settings of each profile and a server that does nothing but say
 * it. All of 127.0.0.0/8 is this machine: any of it can be a proxy or a stranger.
 */
class ForwardedAddressTest {

    /** SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES of the handbook. */
    private static final String PROXY_ALONE = "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1";

    @Test
    void inProductionTheProxyIsBelieved() {
        assertThat(seen("prod", "127.0.0.1", "203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(seen("prod", "127.0.0.1", "2001:db8::5")).isEqualTo("2001:db8::5");
    }

    @Test
    void inProductionWhatTheCallerClaimedBeforeTheProxyIsNotBelieved() {
        assertThat(seen("prod", "127.0.0.1", "198.51.100.7, 203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(seen("prod", "127.0.0.1", "127.0.0.1, 203.0.113.5")).isEqualTo("203.0.113.5");
    }

    @Test
    void inProductionTwoProxiesOneBehindTheOtherAreBelieved() {
        assertThat(seen("prod", "127.0.0.1", "203.0.113.5, 10.0.0.8")).isEqualTo("203.0.113.5");
    }

    @Test
    void inProductionWhoComesPastTheProxyThatIsNamedIsNotBelieved() {
        assertThat(seen("prod", "127.0.0.1", "203.0.113.5", PROXY_ALONE)).isEqualTo("203.0.113.5");
        assertThat(seen("prod", "127.9.9.9", "203.0.113.5", PROXY_ALONE)).isEqualTo("127.9.9.9");
        assertThat(seen("prod", "127.0.0.1", "198.51.100.7, 10.0.0.8", PROXY_ALONE))
                .as("a neighbour in the same network is no proxy")
                .isEqualTo("10.0.0.8");
    }

    @Test
    void inTheDemoNobodyIsBelieved() {
        assertThat(seen("demo", "127.0.0.1", "203.0.113.5")).isEqualTo("127.0.0.1");
    }

    private static String seen(String profile, String from, String forwardedFor, String... settings) {
        AtomicReference<String> seen = new AtomicReference<>();
        new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("server.port=0", "spring.profiles.active=" + profile)
                .withPropertyValues(settings)
                .withConfiguration(AutoConfigurations.of(
                        ServletWebServerFactoryAutoConfiguration.class,
                        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class))
                .withUserConfiguration(SaysWhereItWasCalledFrom.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    int port = ((AnnotationConfigServletWebServerApplicationContext)
                                    context.getSourceApplicationContext())
                            .getWebServer()
                            .getPort();
                    seen.set(ask(port, from, forwardedFor));
                });
        return seen.get();
    }

    /** Java's own client sets no address that it calls from. */
    private static String ask(int port, String from, String forwardedFor) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            out.print("GET / HTTP/1.1\r\nHost: onboarding.example\r\nConnection: close\r\nX-Forwarded-For: "
                    + forwardedFor + "\r\n\r\n");
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> line.startsWith("from "))
                    .map(line -> line.substring("from ".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SaysWhereItWasCalledFrom {

        @Bean
        ServletRegistrationBean<?> answer() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setContentType("text/plain");
                            response.getWriter().print("from " + request.getRemoteAddr() + "\n");
                        }
                    },
                    "/");
        }
    }
}

package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.WebServer;

class PublicAddressTest {

    @Test
    void isWhatIsConfigured() {
        PublicAddress address = new PublicAddress("https://onboarding.example:8443/");
        address.on(started(9000, null));

        assertThat(address.base()).isEqualTo("https://onboarding.example:8443");
        assertThat(address.task("17")).isEqualTo("https://onboarding.example:8443/tasks/17");
    }

    @Test
    void isWhereTheServerListensThatTookAnyFreePort() {
        PublicAddress address = new PublicAddress("http://localhost:0");
        address.on(started(43210, null));
        address.on(started(8081, "management"));

        assertThat(address.lot(5)).isEqualTo("http://localhost:43210/lots/5");
    }

    private static WebServerInitializedEvent started(int port, String name) {
        WebServer server = mock(WebServer.class);
        when(server.getPort()).thenReturn(port);
        WebServerApplicationContext context = mock(WebServerApplicationContext.class);
        when(context.getServerNamespace()).thenReturn(name);
        WebServerInitializedEvent event = mock(WebServerInitializedEvent.class);
        when(event.getApplicationContext()).thenReturn(context);
        when(event.getWebServer()).thenReturn(server);
        return event;
    }
}

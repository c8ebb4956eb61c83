package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Address of the page that the merchant opens in a browser. */
@Component
class ConfirmationLinks {

    private volatile int port;

    @EventListener
    void started(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    String confirm(Application application) {
        return "http://localhost:" + port + "/demo/alipay/confirm/" + application.no() + "?code="
                + application.linkCode();
    }
}

package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Addresses of the pages that a merchant opens in a browser. */
@Component
public class MerchantLinks {

    private volatile int port;

    @EventListener
    void started(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** @param step what the merchant does there, as the channel's pages have it in their address */
    public String to(String channel, String step, Application application) {
        return "http://localhost:" + port + "/demo/" + channel + "/" + step + "/" + application.no() + "?code="
                + application.linkCode();
    }
}

package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Addresses of the pages that the merchant opens in a browser. */
@Component
class MerchantLinks {

    private volatile int port;

    @EventListener
    void started(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    String confirm(Application applyment) {
        return page("confirm", applyment);
    }

    String sign(Application applyment) {
        return page("sign", applyment);
    }

    private String page(String step, Application applyment) {
        return "http://localhost:" + port + "/demo/wechatpay/" + step + "/" + applyment.no() + "?code="
                + applyment.linkCode();
    }
}

package cn.citybrain.parking.onboarding.simulator.desk;

import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages of the desk; what they show they fetch from {@code /demo/api/…}. */
@Controller
class DeskPages {

    private static final String STATIC = "forward:/demo/static/";

    private final PlatformAddress platform;
    private final ChannelDesks desks;

    DeskPages(PlatformAddress platform, ChannelDesks desks) {
        this.platform = platform;
        this.desks = desks;
    }

    @GetMapping({"/", "/demo", "/demo/"})
    String start() {
        return STATIC + "index.html";
    }

    /** {@code /demo/channel/{code}}: the script reads the code from the address. */
    @GetMapping("/demo/channel/{code}")
    String channel(@PathVariable String code) {
        return STATIC + "channel.html?channel="
                + desks.of(code).office().channel().code();
    }

    @GetMapping("/demo/lots")
    String lots() {
        return STATIC + "lots.html";
    }

    @GetMapping("/demo/mail")
    String mail() {
        return STATIC + "mail.html";
    }

    @GetMapping("/demo/api")
    String api() {
        return STATIC + "api.html";
    }

    /** Where the platform answers, for links back. */
    @GetMapping("/demo/api/platform")
    @ResponseBody
    Map<String, Integer> platform() {
        return Map.of("port", platform.base().getPort());
    }
}

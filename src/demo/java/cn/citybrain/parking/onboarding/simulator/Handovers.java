package cn.citybrain.parking.onboarding.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that the simulated parties hand to the platform, as settings. A platform in another JVM fetches them. */
@RestController
class Handovers {

    /** Where a platform in another JVM asks for its settings. */
    static final String PATH = "/demo/api/handover";

    private final List<Handover> parties;

    Handovers(List<Handover> parties) {
        this.parties = parties;
    }

    @GetMapping(PATH)
    Map<String, String> settings(HttpServletRequest request) {
        return settings("http://" + request.getServerName() + ":" + request.getServerPort());
    }

    Map<String, String> settings(String simulatorUrl) {
        Map<String, String> all = new TreeMap<>();
        parties.forEach(party -> all.putAll(party.settings(simulatorUrl)));
        return all;
    }
}

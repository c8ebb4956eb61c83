package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/board/outages}: the channels that this node leaves alone because they do not answer. */
@RestController
class OutageController {

    private final Circuits circuits;

    OutageController(Circuits circuits) {
        this.circuits = circuits;
    }

    @GetMapping("/api/board/outages")
    List<Outage> outages() {
        return Arrays.stream(Channel.values())
                .flatMap(channel -> circuits.of(channel).brokenSince().stream()
                        .map(since -> new Outage(channel.code(), channel.displayName(), since)))
                .toList();
    }

    /** @param since when the channel last stopped to answer as usual */
    record Outage(String channel, String channelName, Instant since) {}
}

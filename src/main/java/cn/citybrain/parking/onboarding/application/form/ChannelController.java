package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The channels, for the pages. */
@RestController
class ChannelController {

    record ChannelName(String code, String name) {}

    @GetMapping("/api/channels")
    List<ChannelName> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> new ChannelName(channel.code(), channel.displayName()))
                .toList();
    }
}

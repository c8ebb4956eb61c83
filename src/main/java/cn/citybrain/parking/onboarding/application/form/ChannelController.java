package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The channels, for the pages. */
@RestController
class ChannelController {

    private final Catalogues catalogues;

    ChannelController(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** @param signsOnSite whether people of the channel come to sign */
    record ChannelName(String code, String name, boolean signsOnSite) {}

    @GetMapping("/api/channels")
    List<ChannelName> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> new ChannelName(
                        channel.code(),
                        channel.displayName(),
                        catalogues.of(channel).signsOnSite()))
                .toList();
    }
}

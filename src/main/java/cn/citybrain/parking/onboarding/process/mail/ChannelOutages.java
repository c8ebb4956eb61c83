package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the supervisors of a channel that has not answered for some time: its calls pause by themselves and make no
 * incidents, so nobody would hear of it. One mail a day and channel, from whichever node is first.
 */
@Component
public class ChannelOutages {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Circuits circuits;
    private final Mailer mailer;
    private final Addressees addressees;
    private final PublicAddress address;
    private final Duration tellAfter;
    private final Clock clock;

    ChannelOutages(
            Circuits circuits,
            Mailer mailer,
            Addressees addressees,
            PublicAddress address,
            @Value("${onboarding.circuit.tell-after:30m}") Duration tellAfter,
            Clock clock) {
        this.circuits = circuits;
        this.mailer = mailer;
        this.addressees = addressees;
        this.address = address;
        this.tellAfter = tellAfter;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    @Transactional
    public void tell() {
        Instant longAgo = clock.instant().minus(tellAfter);
        for (Channel channel : Channel.values()) {
            circuits.of(channel)
                    .brokenSince()
                    .filter(since -> !since.isAfter(longAgo))
                    .ifPresent(since -> tell(channel, since));
        }
    }

    private void tell(Channel channel, Instant since) {
        LocalDateTime at = LocalDateTime.ofInstant(since, clock.getZone());
        Map<String, Object> values = Map.of(
                "channel", channel.displayName(),
                "since", at.format(AT),
                "link", address.at("/board"));
        for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
            String key = "channel-outage/" + channel.code() + "/"
                    + clock.instant().atZone(clock.getZone()).toLocalDate() + "/" + to;
            mailer.enqueue(key, to, "channel-outage", values);
        }
    }
}

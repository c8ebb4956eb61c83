package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.Links;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Mails about an account to its owner. Those with a link in them are secret. */
@Component
class LinkMails {

    /** The page behind the links. */
    private static final String PAGE = "/account/set-password?token=";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Links links;
    private final Mailer mailer;
    private final PublicAddress address;
    private final Clock clock;

    LinkMails(Links links, Mailer mailer, PublicAddress address, Clock clock) {
        this.links = links;
        this.mailer = mailer;
        this.address = address;
        this.clock = clock;
    }

    /** Sends a new link; older ones can no longer be used. */
    void send(Account account, Purpose purpose) {
        Links.Fresh link = links.add(account.userId(), purpose);
        String template = purpose == Purpose.INVITATION ? "account-invitation" : "account-reset";
        mailer.enqueueSecret(
                template + "/" + UUID.randomUUID(),
                account.mail(),
                template,
                Map.of(
                        "name", account.name(),
                        "userId", account.userId(),
                        "roles", account.roles().stream().map(Role::title).collect(Collectors.joining("、")),
                        "until", until(link.expires()),
                        "link", address(link),
                        "home", address.base()));
    }

    String address(Links.Fresh link) {
        return address.at(PAGE + link.token());
    }

    /** Tells that the password is another one now: whoever did not do it has to know. */
    void passwordSet(Account account) {
        if (account.mail().isEmpty()) {
            return;
        }
        mailer.enqueue(
                "account-password-set/" + account.userId() + "/" + account.version(),
                account.mail(),
                "account-password-set",
                Map.of(
                        "name", account.name(),
                        "userId", account.userId(),
                        "at", until(clock.instant()),
                        "home", address.base()));
    }

    private String until(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }
}

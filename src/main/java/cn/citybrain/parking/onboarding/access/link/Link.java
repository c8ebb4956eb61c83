package cn.citybrain.parking.onboarding.access.link;

import org.springframework.modulith.NamedInterface;

/** A link by which somebody sets a password, as its bearer may know it. */
@NamedInterface("services")
public record Link(String userId, Purpose purpose, Standing standing) {

    public enum Purpose {
        /** The first password. */
        INVITATION,
        RESET
    }

    public enum Standing {
        OPEN,
        USED,
        /** A newer one was sent, or the account was disabled. */
        ENDED,
        EXPIRED
    }
}

package cn.citybrain.parking.onboarding.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox of the sender's address, over IMAP, where mail servers send back what they took and could not deliver.
 *
 * @param host empty: nobody looks
 * @param tls whether from the first byte on
 * @param folder where returned mail arrives; what came back of ours is marked as read, all else stays as it is
 */
@ConfigurationProperties("onboarding.mail.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {

    boolean on() {
        return !host.isBlank();
    }

    String protocol() {
        return tls ? "imaps" : "imap";
    }

    /** Names no secret: they must not reach a log. */
    @Override
    public String toString() {
        return "BounceSettings[" + host + "]";
    }
}

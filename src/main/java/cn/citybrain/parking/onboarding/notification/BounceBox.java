package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the sender's mailbox for mails that were taken first and came back: they become undelivered ones. */
@Component
@EnableConfigurationProperties(BounceSettings.class)
class BounceBox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceBox.class);
    private static final int BATCH = 100;
    private static final String PATIENCE = "10000";

    private final BounceSettings settings;
    private final MailOutbox outbox;

    BounceBox(BounceSettings settings, MailOutbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${onboarding.mail.bounces.every:2m}")
    void onSchedule() {
        if (!settings.on()) {
            return;
        }
        try {
            read();
        } catch (MessagingException | IOException e) {
            LOG.warn(
                    "the mailbox for returned mail cannot be read: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Reads what nobody has read yet; returns how many mails of ours came back. Two nodes at once do no harm. */
    int read() throws MessagingException, IOException {
        try (Store store = Session.getInstance(deadlines()).getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                List<Message> unread = Arrays.stream(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)))
                        .limit(BATCH)
                        .toList();
                int returned = 0;
                for (Message message : unread) {
                    returned += Bounce.of(message).filter(outbox::bounced).isPresent() ? 1 : 0;
                    message.setFlag(Flags.Flag.SEEN, true);
                }
                return returned;
            }
        }
    }

    private Properties deadlines() {
        Properties deadlines = new Properties();
        for (String what : List.of("connectiontimeout", "timeout", "writetimeout")) {
            deadlines.setProperty("mail." + settings.protocol() + "." + what, PATIENCE);
        }
        return deadlines;
    }
}

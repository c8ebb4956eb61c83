package cn.citybrain.parking.onboarding.notification;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks into the sender's mailbox for mails that were taken first and came back: they become undelivered ones, and are marked as
 * read. Everything else stays unread for whoever reads that mailbox. How far it looked is kept in memory: after a restart it
 * looks once more at what is still unread, and no bounce counts twice.
 */
@Component
@EnableConfigurationProperties(BounceSettings.class)
class BounceBox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceBox.class);
    private static final int BATCH = 500;
    private static final String PATIENCE = "10000";

    private final BounceSettings settings;
    private final MailOutbox outbox;
    private long generation;
    private long lookedUpTo;

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

    /** Looks at what is new and unread; returns how many mails of ours came back. Two nodes at once do no harm. */
    synchronized int read() throws MessagingException, IOException {
        try (Store store = Session.getInstance(wire()).getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder, (UIDFolder) folder);
            }
        }
    }

    /** What could not be noted is looked at again next time; what is wrong with one mail does not keep the others. */
    private int read(Folder folder, UIDFolder numbers) throws MessagingException, IOException {
        int returned = 0;
        boolean noted = true;
        for (Message message : unread(folder, numbers)) {
            long number = numbers.getUID(message);
            try {
                returned += cameBack((MimeMessage) message, number) ? 1 : 0;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!folder.isOpen()) {
                    throw e;
                }
                LOG.warn(
                        "message {} of the mailbox for returned mail was not understood: {}",
                        number,
                        e.getClass().getSimpleName());
                noted &= !(e instanceof NestedRuntimeException);
            }
            lookedUpTo = noted ? number : lookedUpTo;
        }
        return returned;
    }

    private boolean cameBack(MimeMessage message, long number) throws MessagingException, IOException {
        ReportEnvelope envelope = ReportEnvelope.of(message);
        Optional<FailureReport> report =
                envelope.possible() ? FailureReport.of(BeginningOfMail.of(message)) : Optional.empty();
        if (report.isEmpty()) {
            return false;
        }
        Bounce.Taken taken = report.get().ours().map(outbox::bounced).orElse(Bounce.Taken.NOT_OURS);
        if (taken == Bounce.Taken.NOT_OURS) {
            LOG.warn(
                    "message {} of the mailbox for returned mail, from {}, names no mail of ours: it stays unread",
                    number,
                    envelope.domain());
        } else {
            message.setFlag(Flags.Flag.SEEN, true);
        }
        return taken == Bounce.Taken.NOW;
    }

    /** Not looked at yet, the oldest first. A server that numbers anew is looked at from the start. */
    private List<Message> unread(Folder folder, UIDFolder numbers) throws MessagingException {
        if (numbers.getUIDValidity() != generation) {
            generation = numbers.getUIDValidity();
            lookedUpTo = 0;
        }
        List<Message> unread = new ArrayList<>();
        Message[] since = numbers.getMessagesByUID(lookedUpTo + 1, UIDFolder.LASTUID);
        for (Message message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false), since)) {
            if (numbers.getUID(message) > lookedUpTo && unread.size() < BATCH) {
                unread.add(message);
            }
        }
        folder.fetch(unread.toArray(Message[]::new), ReportEnvelope.profile());
        return unread;
    }

    /** To look must not mark as read. */
    private Properties wire() {
        Properties wire = new Properties();
        for (String what : List.of("connectiontimeout", "timeout", "writetimeout")) {
            wire.setProperty("mail." + settings.protocol() + "." + what, PATIENCE);
        }
        wire.setProperty("mail." + settings.protocol() + ".peek", "true");
        return wire;
    }
}

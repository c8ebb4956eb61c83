package cn.citybrain.parking.onboarding.simulator.mail;

import cn.citybrain.parking.onboarding.simulator.Handover;
import cn.citybrain.parking.onboarding.simulator.SimulatorProperties;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** An SMTP server that accepts mail to anybody and writes it down before it says "accepted". */
@Component
public class MailCatcher implements Handover, DisposableBean {

    private static final String KIND = "mail";

    private final GreenMail server;
    private final SimulatorStore store;
    private final Clock clock;

    MailCatcher(SimulatorProperties properties, SimulatorStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(properties.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", Integer.toString(port()));
    }

    /** Where it takes mail. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** Every mail, oldest first. */
    public List<CaughtMail> mails() {
        return store.all(KIND, CaughtMail.class);
    }

    public Optional<CaughtMail> mail(String id) {
        return store.find(KIND, id, CaughtMail.class);
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private GreenMailUser keep(MovingMessage message, MailAddress recipient) throws MessagingException, UserException {
        CaughtMail mail = MailText.read(
                message.getMessage(), UUID.randomUUID().toString(), clock.instant(), recipient.getEmail());
        store.put(KIND, mail.id(), mail);
        return mailboxOf(recipient.getEmail());
    }

    /** The server wants a mailbox to put its own copy into. */
    private synchronized GreenMailUser mailboxOf(String address) throws UserException {
        UserManager users = server.getUserManager();
        GreenMailUser known = users.getUserByEmail(address);
        return known != null ? known : users.createUser(address, address, "");
    }
}

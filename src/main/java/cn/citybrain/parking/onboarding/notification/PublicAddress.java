package cn.citybrain.parking.onboarding.notification;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where people reach the application: every address in a mail is made here. What is configured counts; where it names port 0,
 * because the server takes any free one, the port that it took.
 */
@Component
public class PublicAddress {

    private final URI configured;
    private volatile int port;

    PublicAddress(@Value("${onboarding.process.public-url}") String configured) {
        this.configured = URI.create(configured.strip().replaceFirst("/+$", ""));
    }

    /** The server for health has a name; the one for people has none. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    /** Without a slash at its end. */
    public String base() {
        return configured.getPort() == 0 && port > 0
                ? configured.getScheme() + "://" + configured.getHost() + ":" + port
                : configured.toString();
    }

    /** @param path begins with a slash */
    public String at(String path) {
        return base() + path;
    }

    /** Opens a task for whoever may do it, and afterwards what became of it. */
    public String task(String taskId) {
        return at("/tasks/" + taskId);
    }

    public String application(String no) {
        return at("/applications/" + no);
    }

    public String lot(long bindingId) {
        return at("/lots/" + bindingId);
    }

    /** Where a supervisor sees why a process is stopped, and has it try again. */
    public String incident(String instanceId) {
        return at("/camunda/app/cockpit/default/#/process-instance/" + instanceId + "/runtime?tab=incidents-tab");
    }

    /** Where people choose whether they are reminded. */
    public String reminders() {
        return at("/account?part=reminders");
    }

    /** Whether an address leads to us and nowhere else. */
    boolean holds(String address) {
        String base = base();
        return address.startsWith(base)
                && (address.length() == base.length() || "/?#".indexOf(address.charAt(base.length())) >= 0);
    }
}

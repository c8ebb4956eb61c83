package cn.citybrain.parking.onboarding.chance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the platform wrote into its log while somebody sent it something: errors, and warnings with a stack trace. */
final class Complaints extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> said = new ArrayList<>();

    static Complaints heard() {
        Complaints complaints = new Complaints();
        complaints.setContext(complaints.loggers);
        complaints.start();
        complaints.root.addAppender(complaints);
        return complaints;
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(event.getThrowableProxy() == null ? Level.ERROR : Level.WARN)) {
            said.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : " " + event.getThrowableProxy().getClassName() + ": "
                                    + event.getThrowableProxy().getMessage()));
        }
    }

    /** Whatever was said is said in the failure, and forgotten: it belongs to what was sent last. */
    synchronized void none() {
        List<String> now = List.copyOf(said);
        said.clear();
        assertThat(now).as("in the log").isEmpty();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}

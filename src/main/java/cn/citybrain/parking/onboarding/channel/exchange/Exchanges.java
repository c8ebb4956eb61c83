package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes down what came of every call to a channel, once it is over: no transaction and no connection is held meanwhile. An
 * answer that could not be written down still counts: what a channel said about money is worth more than the note of it, which
 * is missed in the log instead.
 */
@Component
public class Exchanges {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final ExchangeTable table;
    private final Clock clock;
    private final ThreadLocal<String> application;
    private final boolean signed;

    @Autowired
    public Exchanges(ExchangeTable table, Clock clock) {
        this(table, clock, new ThreadLocal<>(), true);
    }

    private Exchanges(ExchangeTable table, Clock clock, ThreadLocal<String> application, boolean signed) {
        this.table = table;
        this.clock = clock;
        this.application = application;
        this.signed = signed;
    }

    /** The same for a channel whose answers may lack a signature. */
    public Exchanges unsigned() {
        return new Exchanges(table, clock, application, false);
    }

    /** Makes a call of which only the caller knows the application: the question is about an account. */
    public <T> T about(String applicationNo, Supplier<T> call) {
        application.set(applicationNo);
        try {
            return call.get();
        } finally {
            application.remove();
        }
    }

    /** What a call without a number of ours is about. */
    About application() {
        String no = application.get();
        return no == null ? new About("", null, null, null) : About.application(no);
    }

    /** @param words null for an answer that the adapter gave by itself, without the channel */
    <T> T of(Channel channel, Verb verb, About about, Supplier<T> call, Function<T, Heard> words) {
        Instant begun = clock.instant();
        T answer;
        try {
            answer = call.get();
        } catch (RuntimeException failure) {
            note(channel, verb, about, begun, () -> Failures.of(failure));
            throw failure;
        }
        note(channel, verb, about, begun, () -> words.apply(answer));
        return answer;
    }

    private void note(Channel channel, Verb verb, About about, Instant begun, Supplier<Heard> words) {
        try {
            Heard said = words.get();
            Instant at = clock.instant();
            if (said == null) {
                return;
            }
            Heard heard = signed ? said : said.unsigned();
            if (!verb.question() || !table.repeated(channel, verb, about, heard, at)) {
                table.add(
                        channel,
                        verb,
                        about,
                        heard,
                        at,
                        Duration.between(begun, at).toMillis());
            }
        } catch (RuntimeException notWritten) {
            LOG.error(
                    "what {} answered to {} about {} was not written down", channel, verb, about.subject(), notWritten);
        }
    }
}

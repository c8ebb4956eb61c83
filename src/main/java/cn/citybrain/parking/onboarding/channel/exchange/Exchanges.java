package cn.citybrain.parking.onboarding.channel.exchange;

import cn.citybrain.parking.onboarding.channel.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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

    /** What is slow, and what the time limits are. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(8),
        Duration.ofSeconds(25)
    };

    private final ExchangeTable table;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ThreadLocal<String> application;
    private final boolean signed;

    @Autowired
    public Exchanges(ExchangeTable table, Clock clock, MeterRegistry meters) {
        this(table, clock, meters, new ThreadLocal<>(), true);
    }

    private Exchanges(
            ExchangeTable table, Clock clock, MeterRegistry meters, ThreadLocal<String> application, boolean signed) {
        this.table = table;
        this.clock = clock;
        this.meters = meters;
        this.application = application;
        this.signed = signed;
    }

    /** The same for a channel whose answers may lack a signature. */
    public Exchanges unsigned() {
        return new Exchanges(table, clock, meters, application, false);
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
            Duration took = Duration.between(begun, at);
            count(channel, verb, said.outcome(), took);
            Heard heard = signed ? said : said.unsigned();
            if (!verb.question() || !table.repeated(channel, verb, about, heard, at)) {
                table.add(channel, verb, about, heard, at, took.toMillis());
            }
        } catch (RuntimeException notWritten) {
            LOG.error(
                    "what {} answered to {} about {} was not written down", channel, verb, about.subject(), notWritten);
        }
    }

    /** Outcomes are names of the port's values: there are few. */
    private void count(Channel channel, Verb verb, String outcome, Duration took) {
        Timer.builder("onboarding.channel.calls")
                .description("calls to a channel and what came of them")
                .tag("channel", channel.code())
                .tag("verb", verb.name())
                .tag("outcome", outcome)
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(took);
    }
}

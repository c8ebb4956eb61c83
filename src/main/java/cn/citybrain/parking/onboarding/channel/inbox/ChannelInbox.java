package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The callbacks of all channels, each kept once, answered from the table. What is genuine and new takes effect through a
 * {@link ChannelEvent}; what is repeated, contradicting or forged is kept as evidence only.
 */
@Component
public class ChannelInbox {

    private static final Logger log = LoggerFactory.getLogger(ChannelInbox.class);

    private final ChannelAdapters adapters;
    private final InboxMessages messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    ChannelInbox(
            ChannelAdapters adapters,
            InboxMessages messages,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.adapters = adapters;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.meters = meters;
    }

    /** Keeps a callback and says what to answer. */
    public CallbackAnswer take(Channel channel, CallbackRequest request) {
        ChannelAdapter adapter = adapters.of(channel);
        Outcome outcome = outcomeOf(adapter, request);
        meters.counter("onboarding.callbacks", "channel", channel.code(), "outcome", outcome.name())
                .increment();
        return adapter.callbacks().answer(request, outcome);
    }

    /** The notice of a stored callback. */
    public ChannelNotice notice(long messageId) {
        return messages.notice(messageId);
    }

    private Outcome outcomeOf(ChannelAdapter adapter, CallbackRequest request) {
        try {
            keep(adapter.channel(), adapter.callbacks().read(request), request);
            return Outcome.TAKEN;
        } catch (InvalidCallback invalid) {
            return refuse(adapter.channel(), request, invalid);
        } catch (RuntimeException failure) {
            log.error("callback of {} not stored", adapter.channel(), failure);
            return Outcome.NOT_STORED;
        }
    }

    private void keep(Channel channel, ChannelNotice notice, CallbackRequest request) {
        try {
            transaction.executeWithoutResult(status -> eventOf(channel, messages.add(channel, notice, request), notice)
                    .ifPresent(events::publishEvent));
        } catch (DuplicateKeyException known) {
            transaction.executeWithoutResult(status -> keepRepeated(channel, notice, request));
        }
    }

    private void keepRepeated(Channel channel, ChannelNotice notice, CallbackRequest request) {
        if (!messages.countRepetition(channel, notice)) {
            messages.addContradicting(channel, notice, request);
            log.warn("callback {} of {} came again with other content: kept, without effect", notice.id(), channel);
        }
    }

    private Outcome refuse(Channel channel, CallbackRequest request, InvalidCallback invalid) {
        log.warn("callback of {} refused: {}", channel, invalid.getMessage());
        try {
            transaction.executeWithoutResult(status -> messages.addRefused(channel, request, invalid.getMessage()));
            return Outcome.INVALID;
        } catch (RuntimeException failure) {
            log.error("refused callback of {} not stored", channel, failure);
            return Outcome.NOT_STORED;
        }
    }

    private static Optional<ChannelEvent> eventOf(Channel channel, long id, ChannelNotice notice) {
        if (notice instanceof ChannelNotice.DeductionDecided decided) {
            return Optional.of(new ChannelEvent.DeductionNoticed(channel, id, decided.outTradeNo()));
        } else if (notice instanceof ChannelNotice.ReviewMoved review) {
            return Optional.of(new ChannelEvent.ReviewNoticed(channel, id, review.applicationNo()));
        } else if (notice instanceof ChannelNotice.LotMoved lot) {
            return Optional.of(new ChannelEvent.LotNoticed(channel, id, lot.bindingId()));
        } else if (notice instanceof ChannelNotice.VisitMoved visit) {
            return Optional.of(new ChannelEvent.VisitNoticed(channel, id, visit.visitNo()));
        }
        return Optional.empty();
    }
}

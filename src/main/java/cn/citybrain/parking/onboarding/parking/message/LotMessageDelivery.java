package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.message.DeliveryQueue.Claimed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what lots have to be told, again and again until they confirm it or the schedule ends. Runs on a thread of its own
 * and outside of any transaction; while the broker is away everything waits in the table.
 */
@Component
class LotMessageDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(LotMessageDelivery.class);
    private static final int BATCH = 50;

    private final DeliveryQueue queue;
    private final LotMessages messages;
    private final LotMessageWriter writer;
    private final PaymentDesk desk;
    private final LotBroker broker;
    private final MqttProperties settings;
    private final MeterRegistry meters;
    private final Clock clock;

    LotMessageDelivery(
            DeliveryQueue queue,
            LotMessages messages,
            LotMessageWriter writer,
            PaymentDesk desk,
            LotBroker broker,
            MqttProperties settings,
            MeterRegistry meters,
            Clock clock) {
        this.queue = queue;
        this.messages = messages;
        this.writer = writer;
        this.desk = desk;
        this.broker = broker;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.parking.mqtt.interval:1s}", scheduler = "lotMessageScheduler")
    void onSchedule() {
        deliverDue();
    }

    /** Sends every message that is due, and returns how many the broker has taken. */
    int deliverDue() {
        int taken = 0;
        List<Claimed> batch;
        do {
            batch = broker.connected() ? claim() : List.of();
            taken += send(batch);
        } while (batch.size() == BATCH);
        return taken;
    }

    private List<Claimed> claim() {
        return queue.due(BATCH).stream()
                .map(id -> queue.claim(id, settings.lease()))
                .flatMap(Optional::stream)
                .toList();
    }

    private int send(List<Claimed> batch) {
        List<UnderWay> underWay = batch.stream()
                .filter(this::stillTrue)
                .map(claimed -> new UnderWay(claimed, publish(claimed.message())))
                .toList();
        long until = System.nanoTime() + settings.patience().toNanos();
        return (int) underWay.stream().filter(sent -> arrived(sent, until)).count();
    }

    private record UnderWay(Claimed claimed, CompletableFuture<Void> taken) {}

    /** A promise that no longer holds is not sent: the lot would let a vehicle go that nobody pays for. */
    private boolean stillTrue(Claimed claimed) {
        LotMessage message = claimed.message();
        boolean holds = !message.topic().equals(LotMessages.DEPARTURE_INFO)
                || desk.promise(
                                message.lotCode(),
                                String.valueOf(message.content().get("plateNo")))
                        .isPresent();
        if (!holds) {
            messages.withdraw(message);
        }
        return holds;
    }

    private CompletableFuture<Void> publish(LotMessage message) {
        try {
            byte[] text = writer.write(message);
            return CompletableFuture.allOf(writer.topics(message).stream()
                    .map(topic -> broker.publish(topic, text))
                    .toArray(CompletableFuture[]::new));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private boolean arrived(UnderWay sent, long until) {
        try {
            sent.taken().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            delivered(sent.claimed());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(sent.claimed(), e);
        } catch (ExecutionException e) {
            failed(sent.claimed(), e.getCause());
        } catch (TimeoutException e) {
            failed(sent.claimed(), e);
        }
        return false;
    }

    private void delivered(Claimed sent) {
        Instant now = clock.instant();
        Duration wait = settings.waitAfter(sent.deliveries() + 1);
        queue.delivered(sent, wait == null ? null : now.plus(wait));
        meters.counter(
                        "onboarding.lot.messages.delivered",
                        "topic",
                        sent.message().topic())
                .increment();
        if (wait == null) {
            LOG.warn("{} was sent {} times and not confirmed", sent.message(), sent.deliveries() + 1);
        }
    }

    private void failed(Claimed sent, Throwable why) {
        queue.failed(
                sent,
                clock.instant().plus(settings.retryAfter()),
                why.getClass().getSimpleName());
        meters.counter("onboarding.lot.messages.failed", "topic", sent.message().topic())
                .increment();
        LOG.warn(
                "{} was not taken by the broker: {}",
                sent.message(),
                why.getClass().getSimpleName());
    }
}

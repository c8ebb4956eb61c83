package cn.citybrain.parking.onboarding.simulator.lot;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lot's connection to the broker: keeps its session there, connects again until it is closed. */
final class MqttLine {

    private static final Logger LOG = LoggerFactory.getLogger(MqttLine.class);
    private static final long FIRST_RETRY_MILLIS = 200;
    private static final int MOST_DOUBLINGS = 5;
    private static final int GOODBYE_SECONDS = 2;

    private final LotSystem lot;
    private final Mqtt3AsyncClient client;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> subscribed = new CompletableFuture<>();

    MqttLine(LotSystem lot, String host, int port) {
        this.lot = lot;
        this.client = MqttClient.builder()
                .useMqttVersion3()
                .identifier("lot-" + lot.code())
                .serverHost(host)
                .serverPort(port)
                .simpleAuth()
                .username(lot.accessId())
                .password(lot.reception().mqttPassword().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .addConnectedListener(context -> connected())
                .addDisconnectedListener(this::disconnected)
                .buildAsync();
    }

    /** Completes when the broker has granted the subscription. */
    CompletableFuture<Void> open(Consumer<Mqtt3Publish> take, Executor threads) {
        String topic = (lot.reception().leadingSlash() ? "/" : "") + "hzcity/v2/+/" + lot.accessId() + "/" + lot.code();
        subscribed = client.connectWith()
                .cleanSession(false)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .callback(take)
                        .executor(threads)
                        .manualAcknowledgement(true)
                        .send())
                .thenAccept(granted -> LOG.info("Lot {} listens to {}", lot.code(), topic));
        return subscribed;
    }

    boolean hears() {
        return client.getState().isConnected() && subscribed.isDone() && !subscribed.isCompletedExceptionally();
    }

    void close() {
        closed = true;
        client.disconnect()
                .completeOnTimeout(null, GOODBYE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(notConnected -> null)
                .join();
    }

    private void connected() {
        if (closed) {
            client.disconnect();
        }
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (!closed) {
            int attempts = context.getReconnector().getAttempts();
            if (attempts == 0) {
                LOG.info(
                        "Lot {} has no connection to the broker: {}",
                        lot.code(),
                        context.getCause().getMessage());
            }
            long delay = FIRST_RETRY_MILLIS << Math.min(attempts, MOST_DOUBLINGS);
            context.getReconnector().reconnect(true).delay(delay, TimeUnit.MILLISECONDS);
        }
    }
}

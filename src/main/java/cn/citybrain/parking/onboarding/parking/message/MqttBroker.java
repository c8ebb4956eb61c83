package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The platform's connection to the MQTT broker. Connects in the background and again, with growing waits, whenever the
 * connection is gone: nobody waits for it.
 */
@Component
class MqttBroker implements LotBroker, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MqttBroker.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int GOODBYE_SECONDS = 2;
    private static final int MOST_DOUBLINGS = 16;

    private final MqttProperties settings;
    private final Clock clock;
    private final Mqtt3AsyncClient client;
    private volatile boolean running;
    private volatile String trouble = "";
    private volatile Instant awaySince;

    MqttBroker(MqttProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.awaySince = clock.instant();
        this.client = client(settings);
    }

    private Mqtt3AsyncClient client(MqttProperties settings) {
        Mqtt3ClientBuilder builder = MqttClient.builder()
                .useMqttVersion3()
                .identifier("platform-" + UUID.randomUUID())
                .serverHost(settings.url().getHost())
                .serverPort(settings.port())
                .simpleAuth()
                .username(settings.username())
                .password(settings.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .addConnectedListener(this::connected)
                .addDisconnectedListener(this::disconnected);
        return (settings.tls() ? builder.sslConfig(tls(settings)) : builder).buildAsync();
    }

    private static MqttClientSslConfig tls(MqttProperties settings) {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(settings.ca() == null ? null : BrokerCertificates.trusting(settings.ca()))
                .build();
    }

    @Override
    public boolean connected() {
        return client.getState().isConnected();
    }

    /** Why there is no connection; empty while there is one. */
    String trouble() {
        return trouble;
    }

    /** Since when there is no connection; empty while there is one. */
    Optional<Instant> awaySince() {
        return connected() ? Optional.empty() : Optional.ofNullable(awaySince);
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] message) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message)
                .send()
                .thenAccept(taken -> {});
    }

    @Override
    public void start() {
        running = true;
        client.connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .whenComplete((ok, failure) -> {});
    }

    @Override
    public void stop() {
        running = false;
        client.disconnect()
                .completeOnTimeout(null, GOODBYE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(notConnected -> null)
                .join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void connected(MqttClientConnectedContext context) {
        if (running) {
            LOG.info("Connected to the MQTT broker {}", settings.url());
            trouble = "";
            awaySince = null;
        } else {
            client.disconnect();
        }
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        String why = String.valueOf(context.getCause().getMessage());
        if (awaySince == null) {
            awaySince = clock.instant();
        }
        if (running && !why.equals(trouble)) {
            LOG.warn("No connection to the MQTT broker {}: {}", settings.url(), why);
            trouble = why;
        }
        if (running) {
            int doublings = Math.min(context.getReconnector().getAttempts(), MOST_DOUBLINGS);
            long delay = Math.min(
                    settings.reconnectAfter().toMillis() << doublings,
                    settings.reconnectAtMost().toMillis());
            context.getReconnector().reconnect(true).delay(delay, TimeUnit.MILLISECONDS);
        }
    }
}

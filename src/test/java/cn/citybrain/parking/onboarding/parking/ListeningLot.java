package cn.citybrain.parking.onboarding.parking;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client at the MQTT broker, as a lot's system has one. */
public final class ListeningLot implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    public final BlockingQueue<Mqtt3Publish> heard = new LinkedBlockingQueue<>();
    private final String host;
    private final int port;
    private Mqtt3BlockingClient client;

    public ListeningLot(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** @throws Mqtt3ConnAckException if the broker refuses */
    public ListeningLot login(String user, String password) {
        return connect(builder()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth());
    }

    /** @throws Mqtt3ConnAckException if the broker refuses */
    public ListeningLot loginAsNobody() {
        return connect(builder());
    }

    private ListeningLot connect(Mqtt3ClientBuilder builder) {
        client = builder.buildBlocking();
        client.toAsync().publishes(MqttGlobalPublishFilter.ALL, heard::add);
        client.connectWith().cleanSession(false).send();
        return this;
    }

    private Mqtt3ClientBuilder builder() {
        return MqttClient.builder()
                .useMqttVersion3()
                .identifier("test-" + UUID.randomUUID())
                .serverHost(host)
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(50, TimeUnit.MILLISECONDS)
                .maxDelay(200, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(lost -> {
                    // a refusal of the broker is an answer, not a reason to try again
                    if (lost.getCause() instanceof Mqtt3ConnAckException) {
                        lost.getReconnector().reconnect(false);
                    }
                });
    }

    /** @throws Mqtt3SubAckException if the broker refuses */
    public ListeningLot subscribe(String topic) {
        client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
        return this;
    }

    /** Sends without waiting whether it is taken. */
    public void shout(String topic, String text) {
        client.toAsync()
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    /** The next message, null if none comes. */
    public Mqtt3Publish next() throws InterruptedException {
        return heard.poll(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean connected() {
        return client.getState().isConnected();
    }

    @Override
    public void close() {
        if (client != null) {
            client.toAsync().disconnect().exceptionally(notConnected -> null);
        }
    }
}

package cn.citybrain.parking.onboarding.parking;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client at the MQTT broker, as a lot's system has one. */
public final class ListeningLot implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    public final BlockingQueue<Mqtt3Publish> heard = new LinkedBlockingQueue<>();
    private final String host;
    private final int port;
    private Mqtt3BlockingClient client;
    private volatile boolean gone;
    private boolean sessionWasThere;

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

    /**
     * Under a client id of one's own.
     *
     * @throws Mqtt3ConnAckException if the broker refuses
     */
    public ListeningLot keepingSession(String clientId, String user, String password) {
        return connect(
                builder(clientId)
                        .simpleAuth()
                        .username(user)
                        .password(password.getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth(),
                false);
    }

    /**
     * With an empty client id and a clean session.
     *
     * @throws Mqtt3ConnAckException if the broker refuses
     */
    public ListeningLot namedByTheBroker(String user, String password) {
        return connect(
                builder("")
                        .simpleAuth()
                        .username(user)
                        .password(password.getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth(),
                true);
    }

    /** @throws Mqtt3ConnAckException if the broker refuses */
    public ListeningLot loginAsNobody() {
        return connect(builder());
    }

    private ListeningLot connect(Mqtt3ClientBuilder builder) {
        return connect(builder, false);
    }

    private ListeningLot connect(Mqtt3ClientBuilder builder, boolean clean) {
        client = builder.buildBlocking();
        client.toAsync().publishes(MqttGlobalPublishFilter.ALL, heard::add);
        sessionWasThere = client.connectWith().cleanSession(clean).send().isSessionPresent();
        return this;
    }

    private Mqtt3ClientBuilder builder() {
        return builder("test-" + UUID.randomUUID());
    }

    private Mqtt3ClientBuilder builder(String clientId) {
        return MqttClient.builder()
                .useMqttVersion3()
                .identifier(clientId)
                .serverHost(host)
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(50, TimeUnit.MILLISECONDS)
                .maxDelay(200, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(lost -> {
                    // a refusal of the broker is an answer, not a reason to try again
                    if (gone || lost.getCause() instanceof Mqtt3ConnAckException) {
                        lost.getReconnector().reconnect(false);
                    }
                });
    }

    /** @throws Mqtt3SubAckException if the broker refuses */
    public ListeningLot subscribe(String topic) {
        client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
        return this;
    }

    /** In one packet. Says of each whether the broker granted it. */
    public List<Boolean> subscribeToAll(List<String> topics) {
        Mqtt3Subscribe wanted = Mqtt3Subscribe.builder()
                .addSubscriptions(topics.stream()
                        .map(topic -> Mqtt3Subscription.builder()
                                .topicFilter(topic)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .build())
                        .toList())
                .build();
        try {
            return granted(client.subscribe(wanted));
        } catch (Mqtt3SubAckException someRefused) {
            return granted(someRefused.getMqttMessage());
        }
    }

    private static List<Boolean> granted(Mqtt3SubAck answer) {
        return answer.getReturnCodes().stream().map(code -> !code.isError()).toList();
    }

    /** Whether the broker had kept a session under the client id. */
    public boolean sessionWasThere() {
        return sessionWasThere;
    }

    /** Sends without waiting whether it is taken. */
    public CompletableFuture<?> shout(String topic, String text) {
        return client.toAsync()
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

    /** Says goodbye and waits for it. What is published from then on waits in its session, if it keeps one. */
    public void hangUp() {
        client.disconnect();
    }

    @Override
    public void close() {
        // who repeats what the broker hangs up on is between two connections most of the time
        gone = true;
        if (client != null) {
            client.toAsync().disconnect().exceptionally(notConnected -> null);
        }
    }
}

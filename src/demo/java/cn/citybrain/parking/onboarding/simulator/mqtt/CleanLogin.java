package cn.citybrain.parking.onboarding.simulator.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Ends a client's connection and its session, with all that waits in it, as the protocol has it: by a login under its id
 * with a clean session. The broker's own user for that may neither read nor write.
 */
final class CleanLogin {

    private final String user = "session-end-" + UUID.randomUUID();
    private final byte[] password = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    boolean isMine(String name, byte[] typed) {
        return user.equals(name) && MessageDigest.isEqual(password, typed);
    }

    /** @throws RuntimeException if the broker does not answer */
    void endSession(String client, String host, int port) {
        Mqtt3BlockingClient guest = MqttClient.builder()
                .useMqttVersion3()
                .identifier(client)
                .serverHost(host)
                .serverPort(port)
                .simpleAuth()
                .username(user)
                .password(password)
                .applySimpleAuth()
                .buildBlocking();
        guest.connectWith().cleanSession(true).send();
        guest.disconnect();
    }
}

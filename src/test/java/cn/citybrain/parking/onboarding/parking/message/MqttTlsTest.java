package cn.citybrain.parking.onboarding.parking.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A broker with TLS and a certificate that only a city's own authority vouches for. */
class MqttTlsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SECRET = "changeit";

    @TempDir
    Path home;

    Server broker;

    @BeforeEach
    void start() throws Exception {
        keytool("-genkeypair -alias broker -keyalg RSA -keysize 2048 -dname CN=localhost -ext SAN=dns:localhost"
                + " -validity 2 -storetype PKCS12 -keystore broker.p12 -storepass " + SECRET);
        keytool("-exportcert -rfc -alias broker -file broker.pem -keystore broker.p12 -storepass " + SECRET);
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "localhost");
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, "0");
        settings.setProperty(IConfig.SSL_PORT_PROPERTY_NAME, "0");
        settings.setProperty(
                IConfig.JKS_PATH_PROPERTY_NAME, home.resolve("broker.p12").toString());
        settings.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
        settings.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, SECRET);
        settings.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, SECRET);
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        broker = new Server();
        broker.startServer(new MemoryConfig(settings));
        Awaitility.await().atMost(LONGEST).until(() -> broker.getSslPort() > 0);
    }

    @AfterEach
    void stop() {
        broker.stopServer();
    }

    @Test
    void isSpokenToWhenTheAuthorityIsTrusted() throws Exception {
        Resource authority = new FileSystemResource(home.resolve("broker.pem"));
        BlockingQueue<Mqtt3Publish> heard = listen(authority);
        MqttBroker platform = platform(authority);
        platform.start();
        Awaitility.await().atMost(LONGEST).until(platform::connected);

        platform.publish("hzcity/v2/payResult/a/b", "over TLS".getBytes(StandardCharsets.UTF_8))
                .get(LONGEST.toSeconds(), TimeUnit.SECONDS);

        assertThat(heard.poll(LONGEST.toSeconds(), TimeUnit.SECONDS).getPayloadAsBytes())
                .asString()
                .isEqualTo("over TLS");
        platform.stop();
        assertThat(platform.connected()).isFalse();
    }

    @Test
    void isNotSpokenToWhenNobodyVouchesForIt() {
        MqttBroker platform = platform(null);
        platform.start();

        Awaitility.await().atMost(LONGEST).until(() -> platform.trouble().contains("certification path"));

        assertThat(platform.connected()).isFalse();
        assertThat(platform.awaySince()).isPresent();
        platform.stop();
    }

    private MqttBroker platform(Resource authority) {
        return new MqttBroker(
                new MqttProperties(
                        URI.create("mqtts://localhost:" + broker.getSslPort()),
                        "",
                        "platform",
                        "secret",
                        authority,
                        null,
                        null,
                        null,
                        "",
                        List.of(Duration.ofMinutes(1)),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMillis(50),
                        Duration.ofMillis(200)),
                Clock.systemUTC());
    }

    private BlockingQueue<Mqtt3Publish> listen(Resource authority) {
        Mqtt3BlockingClient lot = MqttClient.builder()
                .useMqttVersion3()
                .identifier("lot")
                .serverHost("localhost")
                .serverPort(broker.getSslPort())
                .sslConfig(MqttClientSslConfig.builder()
                        .trustManagerFactory(BrokerCertificates.trusting(authority))
                        .build())
                .buildBlocking();
        BlockingQueue<Mqtt3Publish> heard = new LinkedBlockingQueue<>();
        lot.toAsync().publishes(MqttGlobalPublishFilter.ALL, heard::add);
        lot.connect();
        lot.subscribeWith().topicFilter("hzcity/v2/#").send();
        return heard;
    }

    private void keytool(String arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process tool = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor())
                .as(Files.readString(home.resolve("keytool.log")))
                .isZero();
    }
}

package cn.citybrain.parking.onboarding.simulator.mqtt;

import cn.citybrain.parking.onboarding.simulator.Handover;
import cn.citybrain.parking.onboarding.simulator.SimulatorProperties;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** An MQTT broker on this machine. Forgets its sessions when it ends: what was not confirmed comes again. */
@Component
public class DemoBroker implements Handover, DisposableBean {

    /** The platform's own user. */
    static final String PLATFORM = "platform";

    private static final String HOST = "127.0.0.1";
    private static final String KIND = "mqtt-platform";
    private static final String PREFIX = "onboarding.parking.mqtt.";

    private final SimulatorStore store;
    private final Path passwords;
    private final PasswordFile users;
    private final FormerUsers former;
    private final CleanLogin cleanLogin = new CleanLogin();
    private final ExecutorService hangUps = Executors.newSingleThreadExecutor(DemoBroker::daemon);
    private final int port;
    private Server server;

    DemoBroker(SimulatorProperties properties, SimulatorStore store) {
        this.store = store;
        this.passwords = PasswordFile.place(properties.mqttPasswords());
        this.users = new PasswordFile(passwords, cleanLogin);
        this.port = properties.mqttPort() == 0 ? free() : properties.mqttPort();
        this.server = started(port);
        this.former = new FormerUsers(users, client -> cleanLogin.endSession(client, HOST, port));
    }

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of(
                PREFIX + "url",
                "mqtt://" + HOST + ":" + port,
                PREFIX + "username",
                PLATFORM,
                PREFIX + "password",
                platformPassword(),
                PREFIX + "password-file",
                passwords.toString());
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    /** Ends, with every connection. */
    public synchronized void goDown() {
        if (server != null) {
            server.stopServer();
            server = null;
            users.forgetAll();
        }
    }

    /** Starts again where it was. */
    public synchronized void comeBack() {
        if (server == null) {
            server = started(port);
        }
    }

    @Override
    public void destroy() {
        former.close();
        goDown();
        hangUps.shutdownNow();
    }

    private void hangUp(String client) {
        hangUps.execute(() -> {
            synchronized (this) {
                if (server != null) {
                    server.disconnectClient(client);
                }
            }
        });
    }

    private Server started(int wanted) {
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, HOST);
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(wanted));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
        // MQTT 3.1.1: the broker names a client that names itself by nothing, if its session is clean
        settings.setProperty(BrokerConstants.ALLOW_ZERO_BYTE_CLIENT_ID_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        // it would tell its makers about this machine
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        Server broker = new Server();
        try {
            broker.startServer(new MemoryConfig(settings), List.of(), null, users, new TopicRules(this::hangUp));
        } catch (IOException e) {
            throw new UncheckedIOException("端口 " + wanted + " 上不能启动 MQTT 消息服务器", e);
        }
        return broker;
    }

    /** The broker is not asked which port it took: asked while it learns, it can forget (a map that is not made for two threads). */
    private static int free() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mqtt-hang-ups");
        thread.setDaemon(true);
        return thread;
    }

    /** The same after a restart: a platform that has it need not ask again. */
    private String platformPassword() {
        return store.find(KIND, PLATFORM, String.class).orElseGet(() -> {
            String password = UUID.randomUUID().toString();
            store.put(KIND, PLATFORM, password);
            return password;
        });
    }
}

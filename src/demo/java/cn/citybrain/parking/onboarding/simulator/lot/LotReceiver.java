package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.mqtt.DemoBroker;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Connects the lots that listen, and hands what comes to their inbox. A message is acknowledged when it is on disk. */
@Component
class LotReceiver implements SmartLifecycle {

    private static final String ROOT = "hzcity/v2/";

    private final DemoBroker broker;
    private final LotSystems lots;
    private final LotInbox inbox;
    private final Map<String, MqttLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(LotReceiver::daemon);
    private volatile boolean running;

    LotReceiver(DemoBroker broker, LotSystems lots, LotInbox inbox) {
        this.broker = broker;
        this.lots = lots;
        this.inbox = inbox;
    }

    @Override
    public void start() {
        running = true;
        lots.all().forEach(this::follow);
    }

    /** Follows a lot's settings. The returned future completes when the lot hears the platform, if it is to. */
    CompletableFuture<Void> follow(LotSystem lot) {
        Optional.ofNullable(lines.remove(lot.code())).ifPresent(MqttLine::close);
        if (!lot.reception().listens()) {
            return CompletableFuture.completedFuture(null);
        }
        MqttLine line = new MqttLine(lot, broker.host(), broker.port());
        lines.put(lot.code(), line);
        return line.open(message -> receive(lot.code(), message), threads);
    }

    boolean connected(String lotCode) {
        MqttLine line = lines.get(lotCode);
        return line != null && line.hears();
    }

    private void receive(String lotCode, Mqtt3Publish message) {
        String topic = message.getTopic().toString();
        String what = topic.substring(topic.indexOf(ROOT) + ROOT.length()).split("/")[0];
        inbox.take(lots.of(lotCode), what, message.getPayloadAsBytes());
        message.acknowledge();
    }

    @Override
    public void stop() {
        running = false;
        lines.values().forEach(MqttLine::close);
        lines.clear();
        threads.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lot-receiver");
        thread.setDaemon(true);
        return thread;
    }
}

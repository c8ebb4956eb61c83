package cn.citybrain.parking.onboarding.parking.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that takes what a test lets it take. */
public final class FakeBroker implements LotBroker {

    public record Published(String topic, String message) {}

    public final List<Published> published = new CopyOnWriteArrayList<>();
    public volatile boolean connected = true;
    public volatile boolean takes = true;
    public volatile Runnable meanwhile = () -> {};

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] message) {
        if (!takes) {
            return CompletableFuture.failedFuture(new IllegalStateException("connection lost"));
        }
        published.add(new Published(topic, new String(message, StandardCharsets.UTF_8)));
        meanwhile.run();
        return CompletableFuture.completedFuture(null);
    }

    public List<Published> to(String lotCode) {
        return published.stream()
                .filter(message -> message.topic().endsWith("/" + lotCode))
                .toList();
    }
}

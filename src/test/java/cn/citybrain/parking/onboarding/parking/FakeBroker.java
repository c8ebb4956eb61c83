package cn.citybrain.parking.onboarding.parking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that takes what a test lets it take. */
final class FakeBroker implements LotBroker {

    record Published(String topic, String message) {}

    final List<Published> published = new CopyOnWriteArrayList<>();
    volatile boolean connected = true;
    volatile boolean takes = true;
    volatile Runnable meanwhile = () -> {};

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

    List<Published> to(String lotCode) {
        return published.stream()
                .filter(message -> message.topic().endsWith("/" + lotCode))
                .toList();
    }
}

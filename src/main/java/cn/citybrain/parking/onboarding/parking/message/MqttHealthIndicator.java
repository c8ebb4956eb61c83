package cn.citybrain.parking.onboarding.parking.message;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether messages reach the lots (health detail {@code mqtt}), and how many still go out. Not part of readiness: messages
 * wait in their table while the broker is away, and lots can poll.
 */
@Component
class MqttHealthIndicator implements HealthIndicator {

    private final MqttBroker broker;
    private final DeliveryQueue queue;

    MqttHealthIndicator(MqttBroker broker, DeliveryQueue queue, MeterRegistry meters) {
        this.broker = broker;
        this.queue = queue;
        meters.gauge("onboarding.mqtt.connected", broker, b -> b.connected() ? 1 : 0);
        meters.gauge("onboarding.lot.messages.open", queue, DeliveryQueue::open);
    }

    @Override
    public Health health() {
        Health.Builder health =
                broker.connected() ? Health.up() : Health.down().withDetail("trouble", broker.trouble());
        return health.withDetail("openMessages", queue.open()).build();
    }
}

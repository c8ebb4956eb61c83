package cn.citybrain.parking.onboarding.parking.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether messages reach the lots (health detail {@code mqtt}), and how many still go out. Not part of readiness: messages
 * wait in their table while the broker is away, and lots can poll.
 */
@Component
class MqttHealthIndicator implements HealthIndicator {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final MqttBroker broker;
    private final DeliveryQueue queue;
    private final Clock clock;

    MqttHealthIndicator(MqttBroker broker, DeliveryQueue queue, MeterRegistry meters, Clock clock) {
        this.broker = broker;
        this.queue = queue;
        this.clock = clock;
        meters.gauge("onboarding.mqtt.connected", broker, b -> b.connected() ? 1 : 0);
    }

    @Override
    public Health health() {
        Health.Builder health =
                broker.connected() ? Health.up() : Health.down().withDetail("trouble", broker.trouble());
        broker.awaySince().ifPresent(since -> health.withDetail("说明", away(since)));
        return health.withDetail("openMessages", queue.open()).build();
    }

    private String away(Instant since) {
        return "自 " + SECOND.withZone(clock.getZone()).format(since) + " 起没有连上消息服务器，消息保存在库中，恢复后继续发送";
    }
}

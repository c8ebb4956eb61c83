package cn.citybrain.parking.onboarding.restore;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health detail {@code restore}: whether a restored backup is still compared with the channels. Never keeps a node from its work. */
@Component
class RestoreHealthIndicator implements HealthIndicator {

    private final Restores restores;

    RestoreHealthIndicator(Restores restores) {
        this.restores = restores;
    }

    @Override
    public Health health() {
        return restores.latest()
                .map(restore -> Health.up()
                        .withDetail("restoredTo", restore.restoredTo())
                        .withDetail("finished", restore.finished())
                        .withDetail("openItems", restore.openItems()))
                .orElseGet(Health::up)
                .build();
    }
}

package cn.citybrain.parking.onboarding.process.vendor;

import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.MqttUsers;
import org.springframework.stereotype.Component;

/**
 * What the former vendor could speak for the lot with ends: the key, and the accessID's password at the broker unless it
 * still serves another lot. The new vendor registers its own on the lot's page, and gets a password of its own with it.
 */
@Component
class KeyHandover {

    private final AccessKeys keys;
    private final MqttUsers mqtt;

    KeyHandover(AccessKeys keys, MqttUsers mqtt) {
        this.keys = keys;
        this.mqtt = mqtt;
    }

    void end(Move move) {
        keys.revoke(move.lotCode()).ifPresent(mqtt::endUnused);
    }
}

package cn.citybrain.parking.onboarding.process.vendor;

import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.message.OpenMessages;
import org.springframework.stereotype.Component;

/**
 * What the former vendor could speak for the lot with ends: the key, and the accessID's password at the broker unless it
 * still serves another lot. What was still to be said to the former is said to nobody. The new vendor registers its own key
 * on the lot's page, and gets a password of its own with it.
 */
@Component
class KeyHandover {

    private final AccessKeys keys;
    private final OpenMessages messages;

    KeyHandover(AccessKeys keys, OpenMessages messages) {
        this.keys = keys;
        this.messages = messages;
    }

    void end(String lotCode) {
        keys.revoke(lotCode);
        messages.withdrawOf(lotCode);
    }
}

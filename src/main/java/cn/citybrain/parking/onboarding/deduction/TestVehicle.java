package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import java.time.Instant;

/**
 * A real vehicle whose plate tests one channel at a lot.
 *
 * @param channel code of the channel
 * @param agreement what the channel last said
 * @param agreementText a sentence in Chinese: signed, not signed, or not determinable and why
 * @param agreementAt when the channel was last asked, null before
 */
public record TestVehicle(
        long id,
        long bindingId,
        String lotCode,
        String channel,
        Plate plate,
        AgreementState agreement,
        String agreementText,
        Instant agreementAt,
        String registeredBy,
        Instant registeredAt) {

    public enum AgreementState {
        UNASKED,
        SIGNED,
        NOT_SIGNED,
        UNDETERMINABLE
    }
}

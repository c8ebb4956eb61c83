package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.time.Instant;

/**
 * A visit of a test vehicle as a channel was told.
 *
 * @param leftAt null while it is inside
 * @param reference the channel's number of the visit, empty before it was told
 * @param reason in Chinese, why the channel will not pay; else empty
 * @param exitDone whether the channel has been told of the exit, does not want it, or needs no word of it
 */
public record ChannelVisit(
        long id,
        long bindingId,
        String uid,
        String visitNo,
        Plate plate,
        Instant enteredAt,
        Instant leftAt,
        State state,
        String reference,
        String reason,
        boolean exitDone) {

    public enum State {
        UNREPORTED,
        CHARGEABLE,
        BLOCKED,
        REJECTED
    }

    public boolean chargeable() {
        return state == State.CHARGEABLE;
    }

    /** Whether there is something that the channel still has to be told of it. */
    boolean untold() {
        return state == State.UNREPORTED || chargeable() && leftAt != null && !exitDone;
    }

    public Visit visit(LotRegistration lot) {
        return new Visit(lot, plate, visitNo, reference, enteredAt, leftAt);
    }
}

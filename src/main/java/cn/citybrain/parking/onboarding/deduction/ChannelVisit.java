package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.LotRegistration;
import cn.citybrain.parking.onboarding.channel.Plate;
import cn.citybrain.parking.onboarding.channel.Visit;
import java.time.Instant;

/**
 * A visit of a test vehicle as a channel was told.
 *
 * @param leftAt null while it is inside
 * @param reference the channel's number of the visit, empty before it was told
 * @param reason in Chinese, why the channel will not pay; else empty
 */
record ChannelVisit(
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
        boolean exitTold) {

    enum State {
        UNREPORTED,
        CHARGEABLE,
        BLOCKED,
        REJECTED
    }

    boolean chargeable() {
        return state == State.CHARGEABLE;
    }

    Visit visit(LotRegistration lot) {
        return new Visit(lot, plate, visitNo, reference, enteredAt, leftAt);
    }
}

package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;

/**
 * One visit in the lot's own books.
 *
 * @param uid the key that joins entry, exit, photos and bill
 * @param leftAt null while the vehicle is inside
 * @param amount fee in 分, 0 while the vehicle is inside
 * @param billId null before a payment was requested
 * @param releasedAt when the platform allowed it to leave first and pay later; null before
 * @param releasedBy how the lot learnt that: {@link #BY_MQTT} or {@link #BY_POLLING}; null before
 */
public record LotVisit(
        String uid,
        String lotCode,
        String plateNo,
        int plateColor,
        String entryNum,
        Instant enteredAt,
        Instant leftAt,
        int amount,
        String billId,
        Instant releasedAt,
        String releasedBy) {

    static final String BY_MQTT = "MQTT";
    static final String BY_POLLING = "POLLING";

    static LotVisit entered(
            String uid, String lotCode, String plateNo, int plateColor, String entryNum, Instant enteredAt) {
        return new LotVisit(uid, lotCode, plateNo, plateColor, entryNum, enteredAt, null, 0, null, null, null);
    }

    LotVisit left(Instant at, int fee) {
        return new LotVisit(
                uid, lotCode, plateNo, plateColor, entryNum, enteredAt, at, fee, billId, releasedAt, releasedBy);
    }

    LotVisit billed(String number, int fee) {
        return new LotVisit(
                uid, lotCode, plateNo, plateColor, entryNum, enteredAt, leftAt, fee, number, releasedAt, releasedBy);
    }

    /** The first permission counts. */
    LotVisit released(Instant at, String by) {
        return releasedAt != null
                ? this
                : new LotVisit(uid, lotCode, plateNo, plateColor, entryNum, enteredAt, leftAt, amount, billId, at, by);
    }
}

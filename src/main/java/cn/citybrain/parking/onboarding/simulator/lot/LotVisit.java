package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;

/**
 * One visit in the lot's own books.
 *
 * @param uid the key that joins entry, exit, photos and bill
 * @param leftAt null while the vehicle is inside
 * @param amount fee in 分, 0 while the vehicle is inside
 * @param billId null before a payment was requested
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
        String billId) {

    LotVisit left(Instant at, int fee) {
        return new LotVisit(uid, lotCode, plateNo, plateColor, entryNum, enteredAt, at, fee, billId);
    }

    LotVisit billed(String number, int fee) {
        return new LotVisit(uid, lotCode, plateNo, plateColor, entryNum, enteredAt, leftAt, fee, number);
    }
}

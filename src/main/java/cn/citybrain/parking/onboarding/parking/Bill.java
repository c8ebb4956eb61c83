package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;

/**
 * A payment request (applyPayment) that was accepted into the tables.
 *
 * @param plateSent the plate in the lot's own spelling, in which it is told of it
 * @param amount shouldPay in 分
 * @param payStatus 0 where the lot named none, {@link #UNREADABLE} where it named what is none
 * @param consumedBy binding whose gate took it, null while nobody did
 */
public record Bill(
        long id,
        String lotCode,
        String uid,
        String billId,
        String plateNo,
        String plateSent,
        Integer plateColor,
        Instant arrivedAt,
        Instant leftAt,
        Instant billedAt,
        int amount,
        int payStatus,
        Instant receivedAt,
        Long consumedBy) {

    /** A payStatus of which nobody can say whether it means "not paid". */
    public static final int UNREADABLE = -1;
}

package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;

/**
 * One visit as the lot reported it, under one uid. Parts that have not arrived are null.
 *
 * @param plateNo plate of the entry, or of the exit while no entry has arrived
 * @param exitPlateNo plate of the exit
 * @param entryReceivedAt when the entry reached us
 * @param exitFee fee in 分 that the exit named, null if none
 * @param exitPaidType paidType that the lot claims, null if none: a hint, never a proof
 */
public record Stay(
        long id,
        String lotCode,
        String uid,
        String plateNo,
        Integer plateColor,
        String exitPlateNo,
        Instant enteredAt,
        Instant entryReceivedAt,
        Instant leftAt,
        Instant exitArriveTime,
        Instant exitReceivedAt,
        Integer exitFee,
        Integer exitPaidType,
        boolean entryPhoto,
        boolean exitPhoto) {}

package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.Instant;

/**
 * One visit as the lot reported it, under one uid. Parts that have not arrived are null.
 *
 * @param plateNo plate of the entry, or of the exit while no entry has arrived; {@link PlateNumber#NONE} for a vehicle without
 * @param plateSent the plate of the entry in the lot's own spelling, in which it is told of it; null before an entry
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
        String plateSent,
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

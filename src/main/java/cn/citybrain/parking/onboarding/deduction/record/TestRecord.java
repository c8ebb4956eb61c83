package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the rules look at.
 *
 * @param stay null if neither entry nor exit has arrived
 * @param vehicle registration of the bill's plate for this binding, null if there is none
 * @param repeated other bills of the same visit that were charged, may have been, or would be
 * @param paidType City Brain's paidType of the channel under test
 */
record TestRecord(
        Bill bill,
        Stay stay,
        TestVehicle vehicle,
        List<Bill> repeated,
        int paidType,
        Instant now,
        DeductionSettings limits) {

    boolean entered() {
        return stay != null && stay.enteredAt() != null;
    }

    boolean left() {
        return stay != null && stay.leftAt() != null;
    }

    boolean complete() {
        return entered() && left();
    }

    /** Parked for that long; only of a complete record. */
    Duration parked() {
        return Duration.between(stay.enteredAt(), stay.leftAt());
    }

    /** How long the entry took to reach us. */
    Duration entryDelay() {
        return Duration.between(stay.enteredAt(), stay.entryReceivedAt());
    }

    /** Every plate that the record names. */
    Stream<String> plates() {
        return stay == null
                ? Stream.of(bill.plateNo())
                : Stream.of(stay.plateNo(), stay.exitPlateNo(), bill.plateNo()).filter(Objects::nonNull);
    }

    static String masked(String plateNo) {
        return PlateNumber.masked(plateNo);
    }
}

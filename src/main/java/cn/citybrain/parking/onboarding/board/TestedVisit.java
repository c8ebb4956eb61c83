package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What the newest visit of a test vehicle shows of a channel's technical requirements. Each question is answered by null while
 * nothing of it has arrived.
 *
 * @param stay null while no test vehicle came
 * @param bill the visit's newest payment request, null if none
 * @param deduction the lot's newest, null if there was none
 */
record TestedVisit(List<LaneDevice> devices, Stay stay, Bill bill, Deduction deduction) {

    private static final int MOST_COLORS = 5;

    Boolean terminalsInLanes() {
        return devices.isEmpty() ? null : Boolean.TRUE;
    }

    Boolean entryNamesVehicle() {
        return entered() ? stay.plateColor() != null && color(stay.plateColor()) : null;
    }

    Boolean entryCameInTime() {
        if (!entered()) {
            return null;
        }
        return stay.exitReceivedAt() == null || stay.entryReceivedAt().isBefore(stay.exitReceivedAt());
    }

    Boolean exitIsTheSameVehicle() {
        if (!entered() || stay.leftAt() == null) {
            return null;
        }
        return stay.plateNo().equals(stay.exitPlateNo());
    }

    Boolean chargeMatchesVisit() {
        if (bill == null || !entered() || stay.leftAt() == null) {
            return null;
        }
        return stay.plateNo().equals(bill.plateNo())
                && same(stay.enteredAt(), bill.arrivedAt())
                && same(stay.leftAt(), bill.leftAt());
    }

    /** A success is only believed where the terminal that the channel named stands in a lane of the lot. */
    Boolean chargedByItsTerminal() {
        if (deduction == null || deduction.reason() == null && deduction.state() != DeductionState.SUCCEEDED) {
            return null;
        }
        return switch (deduction.state()) {
            case SUCCEEDED -> Boolean.TRUE;
            case DISPUTED -> deduction.reason().contains("终端") ? Boolean.FALSE : null;
            default -> null;
        };
    }

    private boolean entered() {
        return stay != null && stay.enteredAt() != null;
    }

    private static boolean color(int plateColor) {
        return plateColor >= 1 && plateColor <= MOST_COLORS;
    }

    private static boolean same(Instant one, Instant other) {
        return Objects.equals(one.truncatedTo(ChronoUnit.SECONDS), other.truncatedTo(ChronoUnit.SECONDS));
    }
}

package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;
import java.util.Optional;

/**
 * What the City Brain interface must ask of those who know about tests and money. Implemented outside of this package. Plates
 * come in any spelling; what is no plate is no registered vehicle.
 */
public interface PaymentDesk {

    /** Whether a payment request may be taken in. Anything but a registered test is refused with a sentence. */
    Admission admit(String lotCode, String plateNo);

    /** Whether this plate may leave this lot first and pay later. */
    DepartureInfo departureInfo(String lotCode, String plateNo);

    /** What a vehicle that entered is promised: that it may leave first and pay later; empty when it may not. */
    default Optional<DepartureInfo> promise(String lotCode, String plateNo) {
        return Optional.of(departureInfo(lotCode, plateNo)).filter(DepartureInfo::departurePay);
    }

    /** The decided result of a bill, empty while undecided. */
    Optional<PayResult> payResult(Bill bill);

    sealed interface Admission {
        record Admitted() implements Admission {}

        /** {@code message} says in Chinese why, and where the bill belongs. */
        record Refused(String message) implements Admission {}
    }

    /**
     * @param moneyLimit in 分, 0 when {@code departurePay} is false
     * @param message in Chinese, why not; empty when it is allowed
     */
    record DepartureInfo(boolean noSense, boolean departurePay, int moneyLimit, String message) {}

    /**
     * @param success false: failed or refused
     * @param actualPay in 分
     * @param orderCode the channel's transaction number, empty when failed and while the channel has given none
     * @param paidType City Brain's dictionary
     * @param message in Chinese, why it failed; empty on success
     */
    record PayResult(
            boolean success, int actualPay, Instant dealTime, String orderCode, int paidType, String message) {}
}

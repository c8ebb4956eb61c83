package cn.citybrain.parking.onboarding.parking;

/**
 * Something a lot reported and that is on disk. Published in the transaction that stored it, carries ids only; can be
 * delivered more than once.
 */
public sealed interface ParkingEvent {
    String lotCode();

    String uid();

    record EntryRecorded(String lotCode, String uid) implements ParkingEvent {}

    record ExitRecorded(String lotCode, String uid) implements ParkingEvent {}

    record PhotoRecorded(String lotCode, String uid) implements ParkingEvent {}

    record BillRecorded(String lotCode, String uid, long billId) implements ParkingEvent {}

    /** The lot claims that a bill was paid (uploadPayRecord): evidence, never proof. */
    record PaymentClaimed(String lotCode, String uid, String billNo) implements ParkingEvent {}
}

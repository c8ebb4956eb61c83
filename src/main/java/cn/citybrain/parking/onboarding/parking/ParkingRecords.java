package cn.citybrain.parking.onboarding.parking;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What lots reported: visits, payment requests, photos. */
@Component
public class ParkingRecords {

    ParkingRecords() {}

    public Optional<Stay> stay(String lotCode, String uid) {
        throw new UnsupportedOperationException();
    }

    /** The newest visits of a lot, newest first. */
    public List<Stay> recentStays(String lotCode, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Bill> bill(long id) {
        throw new UnsupportedOperationException();
    }

    /** @param billNo the lot's billID */
    public Optional<Bill> billByNo(String lotCode, String billNo) {
        throw new UnsupportedOperationException();
    }

    /** Payment requests that no gate has taken, oldest first. */
    public List<Bill> openBills(String lotCode) {
        throw new UnsupportedOperationException();
    }

    /** Payment requests of one visit, oldest first. */
    public List<Bill> billsOf(String lotCode, String uid) {
        throw new UnsupportedOperationException();
    }

    /** Takes a payment request for a binding's gate. True if it now is this binding's, also when it was before. */
    public boolean consume(long billId, long bindingId) {
        throw new UnsupportedOperationException();
    }

    /** @param type 1 entry, 2 exit */
    public Optional<byte[]> photo(String lotCode, String uid, int type) {
        throw new UnsupportedOperationException();
    }
}

package cn.citybrain.parking.onboarding.deduction;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the record of a test drive (gate, step 4). */
@Component
public class RecordChecks {

    /** The oldest bill of a registered plate that nobody consumed and whose record can be checked now. */
    public Optional<ReadyRecord> ready(long bindingId) {
        throw new UnsupportedOperationException();
    }

    /** Applies every rule; on failure stores the diagnosis and tells the lot that the bill is refused. Repeatable. */
    public CheckOutcome check(long bindingId, long billId) {
        throw new UnsupportedOperationException();
    }
}

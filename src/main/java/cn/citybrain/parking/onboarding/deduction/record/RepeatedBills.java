package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One visit, one bill: which of them would be charged is not ours to guess, so none is. */
@Component
class RepeatedBills {

    private final ParkingRecords records;
    private final DeductionTable deductions;
    private final Diagnoses diagnoses;

    RepeatedBills(ParkingRecords records, DeductionTable deductions, Diagnoses diagnoses) {
        this.records = records;
        this.deductions = deductions;
        this.diagnoses = diagnoses;
    }

    /** Other bills of the same visit that were charged, may have been, or would be. */
    List<Bill> repeated(Bill bill) {
        return others(bill).filter(this::counts).toList();
    }

    /** The other bills of the same visit, oldest first. */
    Stream<Bill> others(Bill bill) {
        return records.billsOf(bill.lotCode(), bill.uid()).stream().filter(other -> other.id() != bill.id());
    }

    /** A bill that failed at the channel, or by a flaw of its own, may be followed by another. */
    private boolean counts(Bill other) {
        Optional<Deduction> charge = deductions.ofBill(other.id());
        if (charge.isPresent()) {
            return charge.get().state() != DeductionState.FAILED;
        }
        return diagnoses
                .ofBill(other.id())
                .map(diagnosis -> diagnosis.findings().stream()
                        .allMatch(finding -> finding.rule().equals(RecordRule.BILL_NOT_REPEATED.name())))
                .orElse(true);
    }
}

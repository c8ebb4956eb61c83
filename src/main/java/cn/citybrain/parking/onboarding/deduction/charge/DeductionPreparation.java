package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.record.CheckedRecords;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes an attempt down, once, and only for a bill whose record passed at a lot under test. */
@Component
class DeductionPreparation {

    private final DeductionTable table;
    private final DeductionSteps steps;
    private final ChannelLots lots;
    private final ParkingRecords records;
    private final CheckedRecords checked;
    private final TransactionTemplate transaction;

    DeductionPreparation(
            DeductionTable table,
            DeductionSteps steps,
            ChannelLots lots,
            ParkingRecords records,
            CheckedRecords checked,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.steps = steps;
        this.lots = lots;
        this.records = records;
        this.checked = checked;
        this.transaction = new TransactionTemplate(transactions);
    }

    Deduction prepare(long bindingId, long billId) {
        LotBinding binding = lots.binding(bindingId);
        Bill bill = records.bill(billId).orElseThrow(() -> new IllegalArgumentException("no bill " + billId));
        require(binding.state() == BindingState.TESTING, "binding " + bindingId + " is not under test");
        require(bill.lotCode().equals(binding.lotCode()), "bill " + billId + " is of another lot");
        require(Long.valueOf(bindingId).equals(bill.consumedBy()), "bill " + billId + " is not of this gate");
        require(checked.passed(bindingId, billId), "the record of bill " + billId + " has not passed");
        try {
            transaction.executeWithoutResult(status -> insert(binding, bill));
        } catch (DuplicateKeyException somebodyElse) {
            // another node was faster: its row is the attempt
        }
        return table.ofBill(billId).orElseThrow();
    }

    private void insert(LotBinding binding, Bill bill) {
        table.prepare(binding, bill, 1);
        Deduction deduction = table.ofBill(bill.id()).orElseThrow();
        steps.add(deduction.id(), Kind.PREPARED, "system", "扣款已登记，金额 " + bill.amount() + " 分");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}

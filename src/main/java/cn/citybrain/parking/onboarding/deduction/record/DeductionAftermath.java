package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.message.PayResultOutbox;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a decided deduction brings with it, in the same transaction: the diagnosis, and the pay result for the lot. */
@Component
public class DeductionAftermath {

    private final ParkingRecords records;
    private final Diagnoses diagnoses;
    private final PayResults results;
    private final PayResultOutbox outbox;
    private final RecordChecks checks;

    DeductionAftermath(
            ParkingRecords records,
            Diagnoses diagnoses,
            PayResults results,
            PayResultOutbox outbox,
            RecordChecks checks) {
        this.records = records;
        this.diagnoses = diagnoses;
        this.results = results;
        this.outbox = outbox;
        this.checks = checks;
    }

    /** No gate will look at what else the lot asked for this visit: it is refused as repeated here. */
    public void succeeded(Deduction deduction) {
        tellLot(deduction.billId());
        records.billsOf(deduction.lotCode(), deduction.uid()).stream()
                .filter(bill -> bill.id() != deduction.billId() && bill.consumedBy() == null)
                .filter(bill -> records.consume(bill.id(), deduction.bindingId()))
                .forEach(bill -> checks.check(deduction.bindingId(), bill.id()));
    }

    public void failed(Deduction deduction, String code, String reason) {
        Finding finding = new Finding(code, "渠道没有扣款成功：" + reason + "。请处理后再用测试车辆完成一次停车", "");
        diagnoses.add(
                deduction.bindingId(),
                deduction.billId(),
                deduction.billNo(),
                Diagnosis.Kind.DEDUCTION,
                List.of(finding));
        tellLot(deduction.billId());
    }

    /** The money of a disputed charge went back: for the lot it never was paid. */
    public void disputeClosed(Deduction deduction) {
        tellLot(deduction.billId());
    }

    private void tellLot(long billId) {
        Bill bill = records.bill(billId).orElseThrow();
        results.of(bill).ifPresent(result -> outbox.publish(bill, result));
    }
}

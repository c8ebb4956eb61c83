package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.deduction.vehicle.VehicleTable;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.message.PayResultOutbox;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payment requests that were taken in and that no gate will look at any more. */
@NamedInterface("services")
@Component
public class LeftOverBills {

    private final ParkingRecords records;
    private final VehicleTable vehicles;
    private final PayResults results;
    private final PayResultOutbox outbox;
    private final ChannelLots lots;

    LeftOverBills(
            ParkingRecords records,
            VehicleTable vehicles,
            PayResults results,
            PayResultOutbox outbox,
            ChannelLots lots) {
        this.records = records;
        this.vehicles = vehicles;
        this.results = results;
        this.outbox = outbox;
        this.lots = lots;
    }

    /** Tells the lot that they are refused. Called in the transaction that ends the test; repeatable. */
    @Transactional
    public void refuse(long bindingId) {
        LotBinding binding = lots.binding(bindingId);
        records.openBills(binding.lotCode()).stream()
                .filter(bill -> admittedFor(bindingId, bill))
                .forEach(bill -> results.of(bill).ifPresent(refusal -> outbox.publish(bill, refusal)));
    }

    private boolean admittedFor(long bindingId, Bill bill) {
        return vehicles.admitting(bill)
                .filter(vehicle -> vehicle.bindingId() == bindingId)
                .isPresent();
    }
}

package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Tells channels of the visits of test vehicles. Remote, never inside a transaction; idempotent by the number of the visit,
 * so telling twice does no harm.
 */
@Component
public class VisitReports {

    private final VisitTable table;
    private final VehicleTable vehicles;
    private final ParkingRecords records;
    private final ChannelLots lots;
    private final ChannelAdapters adapters;

    VisitReports(
            VisitTable table,
            VehicleTable vehicles,
            ParkingRecords records,
            ChannelLots lots,
            ChannelAdapters adapters) {
        this.table = table;
        this.vehicles = vehicles;
        this.records = records;
        this.lots = lots;
        this.adapters = adapters;
    }

    /** Notes the entry and tells the channel, if that has not been done. */
    ChannelVisit entered(LotBinding binding, Plate plate, Stay stay) {
        ChannelVisit visit = noted(binding.id(), plate, stay);
        return visit.state() == ChannelVisit.State.UNREPORTED ? tellEntry(visit) : visit;
    }

    /** Notes the exit and tells the channel. */
    void left(LotBinding binding, Plate plate, Stay stay) {
        table.left(entered(binding, plate, stay).id(), stay);
        tellExit(table.find(binding.id(), stay.uid()).orElseThrow());
    }

    /**
     * The visit that is to be charged; empty if the plate's registration has ended. What the channel was not told is told now;
     * a blocked vehicle is asked for again.
     */
    public Optional<ChannelVisit> forDeduction(Deduction deduction) {
        LotBinding binding = lots.binding(deduction.bindingId());
        Stay stay = records.stay(deduction.lotCode(), deduction.uid()).orElseThrow();
        return vehicles.active(deduction.lotCode(), stay.plateNo())
                .filter(vehicle -> vehicle.bindingId() == binding.id())
                .map(vehicle -> told(binding, vehicle.plate(), stay));
    }

    /** As it was noted once, whether or not its plate is still registered. */
    public Optional<ChannelVisit> known(Deduction deduction) {
        return table.find(deduction.bindingId(), deduction.uid());
    }

    private ChannelVisit told(LotBinding binding, Plate plate, Stay stay) {
        ChannelVisit visit = entered(binding, plate, stay);
        if (!visit.chargeable()) {
            visit = tellEntry(visit);
        }
        if (stay.leftAt() != null && visit.leftAt() == null) {
            table.left(visit.id(), stay);
        }
        return tellExit(table.find(binding.id(), stay.uid()).orElseThrow());
    }

    public ChannelVisit tellEntry(ChannelVisit visit) {
        LotBinding binding = lots.binding(visit.bindingId());
        Visit entry = new Visit(
                lots.registration(binding), visit.plate(), visit.visitNo(), "", visit.enteredAt(), visit.leftAt());
        EntryResult answer = adapters.of(binding.channel()).vehicles().entered(entry);
        table.told(visit.id(), answer);
        return table.find(visit.bindingId(), visit.uid()).orElseThrow();
    }

    public ChannelVisit tellExit(ChannelVisit visit) {
        if (visit.chargeable() && visit.leftAt() != null && !visit.exitDone()) {
            LotBinding binding = lots.binding(visit.bindingId());
            adapters.of(binding.channel()).vehicles().left(visit.visit(lots.registration(binding)));
            table.exitDone(visit.id());
        }
        return visit;
    }

    private ChannelVisit noted(long bindingId, Plate plate, Stay stay) {
        Optional<ChannelVisit> known = table.find(bindingId, stay.uid());
        if (known.isPresent()) {
            return known.get();
        }
        try {
            table.add(bindingId, stay, plate);
        } catch (DuplicateKeyException somebodyElse) {
            // another node was faster
        }
        return table.find(bindingId, stay.uid()).orElseThrow();
    }
}

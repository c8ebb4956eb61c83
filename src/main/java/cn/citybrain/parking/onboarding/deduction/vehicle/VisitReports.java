package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.message.DepartureInfoOutbox;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Tells channels of the visits of test vehicles, the entry before the exit. Remote, never inside a transaction; one worker at a time
 * for a visit ({@link VisitTurns}), and idempotent by the number of the visit, so that telling again after a crash does no harm.
 */
@Component
public class VisitReports {

    private final VisitTable table;
    private final VisitTurns turns;
    private final VehicleTable vehicles;
    private final ParkingRecords records;
    private final ChannelLots lots;
    private final ChannelAdapters adapters;
    private final DepartureInfoOutbox departures;

    VisitReports(
            VisitTable table,
            VisitTurns turns,
            VehicleTable vehicles,
            ParkingRecords records,
            ChannelLots lots,
            ChannelAdapters adapters,
            DepartureInfoOutbox departures) {
        this.table = table;
        this.turns = turns;
        this.vehicles = vehicles;
        this.records = records;
        this.lots = lots;
        this.adapters = adapters;
        this.departures = departures;
    }

    /** Notes the entry and tells the channel, if that has not been done. False if another worker is at it. */
    boolean entered(LotBinding binding, Plate plate, Stay stay) {
        return tell(noted(binding.id(), plate, stay).id());
    }

    /** Notes the exit and tells the channel; another worker that is at this visit tells it too. */
    void left(LotBinding binding, Plate plate, Stay stay) {
        ChannelVisit visit = noted(binding.id(), plate, stay);
        table.left(visit.id(), stay);
        tell(visit.id());
    }

    /**
     * The visit that is to be charged; empty if the plate's registration has ended. What the channel was not told is told now;
     * a blocked vehicle is asked for again.
     *
     * @throws VisitBeingTold if another worker is at it: comes again
     */
    public Optional<ChannelVisit> forDeduction(Deduction deduction) {
        LotBinding binding = lots.binding(deduction.bindingId());
        Stay stay = records.stay(deduction.lotCode(), deduction.uid()).orElseThrow();
        return vehicles.active(deduction.lotCode(), stay.plateNo())
                .filter(vehicle -> vehicle.bindingId() == binding.id())
                .map(vehicle -> told(noted(binding.id(), vehicle.plate(), stay), stay));
    }

    /** As it was noted once, whether or not its plate is still registered. */
    public Optional<ChannelVisit> known(Deduction deduction) {
        return table.find(deduction.bindingId(), deduction.uid());
    }

    private ChannelVisit told(ChannelVisit visit, Stay stay) {
        if (stay.leftAt() != null && visit.leftAt() == null) {
            table.left(visit.id(), stay);
        }
        boolean refused = visit.state() != ChannelVisit.State.UNREPORTED && !visit.chargeable();
        boolean mine = refused ? turns.during(visit.id(), () -> tellAgain(visit.id())) : tell(visit.id());
        if (!mine) {
            throw new VisitBeingTold(visit.id());
        }
        return table.byId(visit.id());
    }

    /**
     * Tells the channel what it has not been told. What becomes known of the visit meanwhile, by another worker that found this one at
     * it, is told as well.
     *
     * @return false if another worker is at it
     */
    public boolean tell(long visitId) {
        while (table.byId(visitId).untold()) {
            if (!turns.during(visitId, () -> tellInOrder(visitId))) {
                return false;
            }
        }
        return true;
    }

    private void tellInOrder(long visitId) {
        if (table.byId(visitId).state() == ChannelVisit.State.UNREPORTED) {
            tellEntry(table.byId(visitId));
        }
        if (table.byId(visitId).untold()) {
            tellExit(table.byId(visitId));
        }
    }

    /** The channel would not pay when it was told of the entry: what it says now counts. */
    private void tellAgain(long visitId) {
        if (!table.byId(visitId).chargeable()) {
            tellEntry(table.byId(visitId));
        }
        tellInOrder(visitId);
    }

    private void tellEntry(ChannelVisit visit) {
        LotBinding binding = lots.binding(visit.bindingId());
        Visit entry = new Visit(
                lots.registration(binding), visit.plate(), visit.visitNo(), "", visit.enteredAt(), visit.leftAt());
        table.told(visit.id(), adapters.of(binding.channel()).vehicles().entered(entry));
        // what the channel just said may be what was missing when the lot told of the entry
        records.stay(binding.lotCode(), visit.uid()).ifPresent(departures::publish);
    }

    private void tellExit(ChannelVisit visit) {
        LotBinding binding = lots.binding(visit.bindingId());
        adapters.of(binding.channel()).vehicles().left(visit.visit(lots.registration(binding)));
        table.exitDone(visit.id());
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

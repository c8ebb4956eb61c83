package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelInbox;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.message.DepartureInfoOutbox;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows test vehicles of lots under test: entries and exits go on to the channel. Those listeners call the channel, so they
 * run without a transaction; an event that fails comes again, and what is still missing is made up for before the charge.
 */
@Component
class TestDrives {

    private final VisitReports visits;
    private final VisitTable table;
    private final VehicleTable vehicles;
    private final TestVehicles agreements;
    private final ParkingRecords records;
    private final DepartureInfoOutbox departures;
    private final ChannelLots lots;
    private final ChannelInbox inbox;

    TestDrives(
            VisitReports visits,
            VisitTable table,
            VehicleTable vehicles,
            TestVehicles agreements,
            ParkingRecords records,
            DepartureInfoOutbox departures,
            ChannelLots lots,
            ChannelInbox inbox) {
        this.visits = visits;
        this.table = table;
        this.vehicles = vehicles;
        this.agreements = agreements;
        this.records = records;
        this.departures = departures;
        this.lots = lots;
        this.inbox = inbox;
    }

    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener(id = "deduction.entry")
    public void on(ParkingEvent.EntryRecorded event) {
        Stay stay = records.stay(event.lotCode(), event.uid()).orElseThrow();
        underTest(stay).ifPresent(vehicle -> {
            LotBinding binding = lots.binding(vehicle.bindingId());
            boolean told = visits.entered(binding, vehicle.plate(), stay);
            if (vehicle.agreement() != AgreementState.SIGNED) {
                agreements.refreshAgreement(vehicle.id());
            }
            // what the owner agreed to may be what was missing; a worker that is still telling of the visit publishes
            // by itself
            if (told) {
                departures.publish(stay);
            }
        });
    }

    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener(id = "deduction.exit")
    public void on(ParkingEvent.ExitRecorded event) {
        Stay stay = records.stay(event.lotCode(), event.uid()).orElseThrow();
        if (stay.enteredAt() != null) {
            underTest(stay).ifPresent(vehicle -> visits.left(lots.binding(vehicle.bindingId()), vehicle.plate(), stay));
        }
    }

    /** The channel can or can no longer charge a vehicle that is inside. */
    @ApplicationModuleListener(id = "deduction.visit")
    public void on(ChannelEvent.VisitNoticed event) {
        if (inbox.notice(event.messageId()) instanceof ChannelNotice.VisitMoved moved) {
            table.moved(moved.visitNo(), moved.reference(), moved.chargeable(), moved.reason());
            table.numbered(moved.visitNo()).flatMap(this::stay).ifPresent(departures::publish);
        }
    }

    private Optional<Stay> stay(ChannelVisit visit) {
        return records.stay(lots.binding(visit.bindingId()).lotCode(), visit.uid());
    }

    private Optional<TestVehicle> underTest(Stay stay) {
        return vehicles.active(stay.lotCode(), stay.plateNo())
                .filter(vehicle -> lots.binding(vehicle.bindingId()).state() == BindingState.TESTING);
    }
}

package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.board.BindingView.RequirementView;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a lot meets what its channel asks of the lot's system, seen in what arrived. */
@Component
class TechnicalChecks {

    private final ChannelAdapters channels;
    private final LaneDevices devices;
    private final ParkingRecords records;
    private final Deductions deductions;

    TechnicalChecks(ChannelAdapters channels, LaneDevices devices, ParkingRecords records, Deductions deductions) {
        this.channels = channels;
        this.devices = devices;
        this.records = records;
        this.deductions = deductions;
    }

    /**
     * @param stays newest first
     * @return empty for channels that ask nothing of it
     */
    List<RequirementView> of(LotBinding binding, List<TestVehicle> registered, List<Stay> stays) {
        List<TechnicalRequirement> asked =
                channels.of(binding.channel()).vehicles().requirements();
        if (asked.isEmpty()) {
            return List.of();
        }
        TestedVisit visit = visit(binding, registered, stays);
        return asked.stream()
                .map(requirement ->
                        new RequirementView(requirement.title(), requirement.text(), met(requirement.fact(), visit)))
                .toList();
    }

    private TestedVisit visit(LotBinding binding, List<TestVehicle> registered, List<Stay> stays) {
        Set<String> plates =
                registered.stream().map(vehicle -> vehicle.plate().number()).collect(Collectors.toSet());
        Stay stay = stays.stream()
                .filter(seen -> plates.contains(seen.plateNo()))
                .findFirst()
                .orElse(null);
        List<Bill> bills = stay == null ? List.of() : records.billsOf(stay.lotCode(), stay.uid());
        return new TestedVisit(
                devices.of(binding.applicationNo(), binding.lotCode()),
                stay,
                bills.isEmpty() ? null : bills.get(bills.size() - 1),
                deductions.latest(binding.id()).orElse(null));
    }

    private static Boolean met(TechnicalRequirement.Fact fact, TestedVisit visit) {
        return switch (fact) {
            case LANE_TERMINALS -> visit.terminalsInLanes();
            case ENTRY_VEHICLE -> visit.entryNamesVehicle();
            case ENTRY_TIME -> visit.entryCameInTime();
            case EXIT_VEHICLE -> visit.exitIsTheSameVehicle();
            case CHARGE_FACTS -> visit.chargeMatchesVisit();
            case CHARGE_TERMINAL -> visit.chargedByItsTerminal();
        };
    }
}

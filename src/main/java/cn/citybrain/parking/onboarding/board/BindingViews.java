package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.board.BindingView.DiagnosisView;
import cn.citybrain.parking.onboarding.board.BindingView.StayView;
import cn.citybrain.parking.onboarding.board.BindingView.Vehicle;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.call.LotTraffic;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the page of one lot at one channel together. */
@Component
class BindingViews {

    private static final int RECENT_STAYS = 20;

    private final VisibleLots visible;
    private final VisibleTurns turns;
    private final Merchants merchants;
    private final AccessKeys keys;
    private final LotPush push;
    private final LotTraffic traffic;
    private final ParkingRecords records;
    private final LaneDevices devices;
    private final TestVehicles vehicles;
    private final Diagnoses diagnoses;
    private final Deductions deductions;
    private final DeductionViews deductionViews;
    private final TechnicalChecks technical;
    private final RefusedLots refused;
    private final CompanyPeople people;

    BindingViews(
            VisibleLots visible,
            VisibleTurns turns,
            Merchants merchants,
            AccessKeys keys,
            LotPush push,
            LotTraffic traffic,
            ParkingRecords records,
            LaneDevices devices,
            TestVehicles vehicles,
            Diagnoses diagnoses,
            Deductions deductions,
            DeductionViews deductionViews,
            TechnicalChecks technical,
            RefusedLots refused,
            CompanyPeople people) {
        this.visible = visible;
        this.turns = turns;
        this.merchants = merchants;
        this.keys = keys;
        this.push = push;
        this.traffic = traffic;
        this.records = records;
        this.devices = devices;
        this.vehicles = vehicles;
        this.diagnoses = diagnoses;
        this.deductions = deductions;
        this.deductionViews = deductionViews;
        this.technical = technical;
        this.refused = refused;
        this.people = people;
    }

    BindingView of(LotBinding binding) {
        boolean plates = visible.seesPlates(binding);
        List<TestVehicle> registered = vehicles.of(binding.id());
        List<Stay> stays = records.recentStays(binding.lotCode(), RECENT_STAYS);
        return new BindingView(
                binding.id(),
                binding.lotCode(),
                binding.lotName(),
                merchants.byTenant(binding.tenantId()).map(Merchant::name).orElse(""),
                binding.channel(),
                Channel.of(binding.channel()).displayName(),
                binding.applicationNo(),
                binding.channelLotId(),
                binding.state().name(),
                BindingWords.of(binding.state()),
                turns.ofLots(List.of(binding)).get(binding.id()),
                binding.liveAt(),
                binding.withdrawalReason(),
                visible.connects(binding),
                keys.of(binding.lotCode()).map(this::named).orElse(null),
                vehicles.payerId(binding.id()).orElse(null),
                devices.of(binding.applicationNo(), binding.lotCode()),
                push.subscription(binding.lotCode()),
                push.told(binding.lotCode()),
                registered.stream().map(vehicle -> view(vehicle, plates)).toList(),
                traffic.of(binding.lotCode()),
                technical.of(binding, registered, stays),
                refused.of(binding),
                stays(stays, registered, plates),
                diagnoses.of(binding.id()).stream().map(DiagnosisView::of).toList(),
                deductions.latest(binding.id()).map(deductionViews::of).orElse(null));
    }

    private List<StayView> stays(List<Stay> recent, List<TestVehicle> registered, boolean plates) {
        Set<String> tested =
                registered.stream().map(vehicle -> vehicle.plate().number()).collect(Collectors.toSet());
        return recent.stream()
                .map(stay -> view(stay, tested.contains(stay.plateNo()), plates))
                .toList();
    }

    private StayView view(Stay stay, boolean tested, boolean plates) {
        List<Bill> bills = records.billsOf(stay.lotCode(), stay.uid());
        Bill bill = bills.isEmpty() ? null : bills.get(bills.size() - 1);
        return new StayView(
                stay.uid(),
                shown(stay.plateNo(), tested && plates),
                tested,
                stay.enteredAt(),
                stay.leftAt(),
                stay.entryPhoto(),
                stay.exitPhoto(),
                bill == null ? null : bill.billId(),
                bill == null ? null : bill.amount(),
                bill != null && bill.consumedBy() != null);
    }

    private AccessKey named(AccessKey key) {
        return key.registeredBy(people.name(key.registeredBy()));
    }

    static Vehicle view(TestVehicle vehicle, boolean plates) {
        return new Vehicle(
                vehicle.id(),
                shown(vehicle.plate().number(), plates),
                vehicle.plate().color(),
                plates ? vehicle.plate().payerId() : "",
                vehicle.agreement().name(),
                vehicle.agreementText(),
                vehicle.agreementAt(),
                vehicle.registeredBy(),
                vehicle.registeredAt());
    }

    private static String shown(String plateNo, boolean full) {
        return plateNo == null || full ? plateNo : PlateNumber.masked(plateNo);
    }
}

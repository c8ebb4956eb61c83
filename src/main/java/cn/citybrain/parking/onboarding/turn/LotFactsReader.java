package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.DisputeObstacle;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.record.RecordChecks;
import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what is known of lots, of all of a list at once. Of those that are over nothing more is asked. */
@Component
class LotFactsReader {

    private final Vendors vendors;
    private final AccessKeys keys;
    private final TestVehicles vehicles;
    private final LotRefusals refusals;
    private final RecordChecks records;
    private final Deductions deductions;
    private final Disputes disputes;
    private final Diagnoses diagnoses;

    LotFactsReader(
            Vendors vendors,
            AccessKeys keys,
            TestVehicles vehicles,
            LotRefusals refusals,
            RecordChecks records,
            Deductions deductions,
            Disputes disputes,
            Diagnoses diagnoses) {
        this.vendors = vendors;
        this.keys = keys;
        this.vehicles = vehicles;
        this.refusals = refusals;
        this.records = records;
        this.deductions = deductions;
        this.disputes = disputes;
        this.diagnoses = diagnoses;
    }

    List<LotFacts> of(Collection<LotBinding> bindings) {
        List<LotBinding> open =
                bindings.stream().filter(binding -> !LotFacts.over(binding)).toList();
        Set<Long> ids = open.stream().map(LotBinding::id).collect(Collectors.toSet());
        Set<String> codes = open.stream().map(LotBinding::lotCode).collect(Collectors.toSet());
        Map<String, Vendor> vendor = vendors.ofLots(codes);
        Map<String, AccessKey> key = keys.ofLots(codes);
        Map<Long, Instant> vehicle = vehicles.firstRegistered(ids);
        Map<Long, List<LotWord>> refusal = refusals.openOf(ids);
        Map<Long, AwaitedRecord> record = records.awaited(open);
        Map<Long, Deduction> deduction = deductions.latest(ids);
        Map<Long, DisputeObstacle> obstacle = disputes.obstacles(deduction.values());
        Map<Long, Diagnosis> diagnosis = diagnoses.latest(ids);
        return bindings.stream()
                .map(binding -> !ids.contains(binding.id())
                        ? LotFacts.of(binding)
                        : new LotFacts(
                                binding,
                                Optional.ofNullable(vendor.get(binding.lotCode()))
                                        .map(Vendor::groupId)
                                        .orElse(null),
                                Optional.ofNullable(key.get(binding.lotCode()))
                                        .map(AccessKey::registeredAt)
                                        .orElse(null),
                                vehicle.get(binding.id()),
                                refusal.getOrDefault(binding.id(), List.of()),
                                record.get(binding.id()),
                                deduction.get(binding.id()),
                                Optional.ofNullable(deduction.get(binding.id()))
                                        .map(found -> obstacle.get(found.id()))
                                        .orElse(null),
                                diagnosis.get(binding.id())))
                .toList();
    }
}

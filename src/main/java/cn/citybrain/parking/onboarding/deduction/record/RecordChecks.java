package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.CheckOutcome;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.deduction.ReadyRecord;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.deduction.vehicle.VehicleTable;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.message.PayResultOutbox;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks the record of a test drive (gate, step 4). */
@NamedInterface("services")
@Component
public class RecordChecks {

    private final ParkingRecords records;
    private final VehicleTable vehicles;
    private final RepeatedBills repetitions;
    private final CheckedRecords checked;
    private final Diagnoses diagnoses;
    private final PayResults results;
    private final PayResultOutbox outbox;
    private final ChannelLots lots;
    private final DeductionSettings settings;
    private final Clock clock;

    RecordChecks(
            ParkingRecords records,
            VehicleTable vehicles,
            RepeatedBills repetitions,
            CheckedRecords checked,
            Diagnoses diagnoses,
            PayResults results,
            PayResultOutbox outbox,
            ChannelLots lots,
            DeductionSettings settings,
            Clock clock) {
        this.records = records;
        this.vehicles = vehicles;
        this.repetitions = repetitions;
        this.checked = checked;
        this.diagnoses = diagnoses;
        this.results = results;
        this.outbox = outbox;
        this.lots = lots;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The oldest bill that was taken in for this test, that nobody consumed and whose record can be checked now. A plate that
     * was removed since is a finding of the check: a bill that was taken in is answered.
     */
    public Optional<ReadyRecord> ready(long bindingId) {
        return taken(bindingId)
                .filter(this::arrived)
                .findFirst()
                .map(bill -> new ReadyRecord(bindingId, bill.id(), bill.uid()));
    }

    /** The oldest payment request of this test whose record is not checked yet, and what its record lacks. */
    public Optional<AwaitedRecord> awaited(long bindingId) {
        return taken(bindingId)
                .findFirst()
                .map(bill -> AwaitedRecord.of(
                        bill, records.stay(bill.lotCode(), bill.uid()).orElse(null), graceEnds(bill)));
    }

    /** As {@link #awaited(long)}, of those of these tests that have one, by binding; three statements. */
    public Map<Long, AwaitedRecord> awaited(Collection<LotBinding> tests) {
        Map<Long, Bill> first = takenFirst(tests);
        Map<String, Stay> stays = records.stays(first.values()).stream()
                .collect(Collectors.toMap(stay -> stay.lotCode() + "|" + stay.uid(), Function.identity()));
        Map<Long, AwaitedRecord> awaited = new HashMap<>();
        first.forEach((test, bill) -> awaited.put(
                test, AwaitedRecord.of(bill, stays.get(bill.lotCode() + "|" + bill.uid()), graceEnds(bill))));
        return awaited;
    }

    private Map<Long, Bill> takenFirst(Collection<LotBinding> tests) {
        Set<Long> wanted = tests.stream().map(LotBinding::id).collect(Collectors.toSet());
        Set<String> lotCodes = tests.stream().map(LotBinding::lotCode).collect(Collectors.toSet());
        List<VehicleTable.Registration> known = vehicles.everAt(lotCodes);
        Set<String> plates =
                known.stream().map(found -> found.vehicle().plate().number()).collect(Collectors.toSet());
        Map<Long, Bill> first = new HashMap<>();
        for (Bill bill : records.openBills(lotCodes, plates)) {
            VehicleTable.admitting(bill, known)
                    .map(TestVehicle::bindingId)
                    .filter(wanted::contains)
                    .ifPresent(test -> first.putIfAbsent(test, bill));
        }
        return first;
    }

    /** What was taken in for this test and nobody consumed, oldest first. */
    private Stream<Bill> taken(long bindingId) {
        return records.openBills(lots.binding(bindingId).lotCode()).stream().filter(bill -> vehicles.admitting(bill)
                .filter(vehicle -> vehicle.bindingId() == bindingId)
                .isPresent());
    }

    /**
     * Applies every rule, in the caller's transaction; on failure stores the diagnosis and tells the lot that the bill is
     * refused. Called again it says the same.
     */
    @Transactional
    public CheckOutcome check(long bindingId, long billId) {
        Bill bill = records.bill(billId).orElseThrow(() -> new IllegalArgumentException("no bill " + billId));
        Optional<Boolean> verdict = checked.verdict(bindingId, billId);
        if (verdict.isPresent()) {
            return verdict.get() ? new CheckOutcome.Passed() : stored(bindingId, billId);
        }
        List<Finding> findings = findings(lots.binding(bindingId), bill);
        checked.add(bindingId, billId, findings.isEmpty());
        if (findings.isEmpty()) {
            return new CheckOutcome.Passed();
        }
        diagnoses.add(bindingId, billId, bill.billId(), Diagnosis.Kind.RECORD, findings);
        results.of(bill).ifPresent(refusal -> outbox.publish(bill, refusal));
        return new CheckOutcome.Failed(findings);
    }

    private List<Finding> findings(LotBinding binding, Bill bill) {
        if (!bill.lotCode().equals(binding.lotCode())) {
            throw new IllegalStateException("bill " + bill.id() + " is of another lot than binding " + binding.id());
        }
        TestRecord test = new TestRecord(
                bill,
                records.stay(bill.lotCode(), bill.uid()).orElse(null),
                vehicle(binding.id(), bill).orElse(null),
                repetitions.repeated(bill),
                Channel.of(binding.channel()).paidType(),
                clock.instant(),
                settings);
        return Arrays.stream(RecordRule.values())
                .flatMap(rule -> rule.check(test).stream())
                .toList();
    }

    private CheckOutcome stored(long bindingId, long billId) {
        return diagnoses
                .ofBill(bindingId, billId, Diagnosis.Kind.RECORD)
                .map(diagnosis -> new CheckOutcome.Failed(diagnosis.findings()))
                .orElseThrow();
    }

    /** Everything is there, or the wait for the rest is over. */
    private boolean arrived(Bill bill) {
        boolean complete = records.stay(bill.lotCode(), bill.uid())
                .map(RecordChecks::complete)
                .orElse(false);
        return complete || !clock.instant().isBefore(graceEnds(bill));
    }

    private Instant graceEnds(Bill bill) {
        return bill.receivedAt().plus(settings.photoGrace());
    }

    private static boolean complete(Stay stay) {
        return stay.enteredAt() != null && stay.leftAt() != null && stay.entryPhoto() && stay.exitPhoto();
    }

    private Optional<TestVehicle> vehicle(long bindingId, Bill bill) {
        return vehicles.active(bill.lotCode(), bill.plateNo()).filter(vehicle -> vehicle.bindingId() == bindingId);
    }
}

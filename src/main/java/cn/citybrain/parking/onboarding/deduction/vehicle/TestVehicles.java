package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.deduction.VehicleRefused;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plates registered for tests: each for one channel at a time at a lot. */
@NamedInterface("services")
@Component
public class TestVehicles {

    /** A test can still come or is under way. */
    private static final Set<BindingState> OPEN =
            EnumSet.of(BindingState.CONFIGURED, BindingState.REGISTERED, BindingState.TESTING);

    private final VehicleTable table;
    private final DeductionTable deductions;
    private final ChannelLots lots;
    private final ChannelAdapters adapters;

    TestVehicles(VehicleTable table, DeductionTable deductions, ChannelLots lots, ChannelAdapters adapters) {
        this.table = table;
        this.deductions = deductions;
        this.lots = lots;
        this.adapters = adapters;
    }

    /**
     * Registers a plate, however it is written. Repeatable with the same plate of the same binding.
     *
     * @param plateColor City Brain's plateColor, 1 to 5
     * @param payerId the payer's id at the channel, may be empty
     * @throws VehicleRefused in Chinese, by field
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public TestVehicle register(long bindingId, String plateNo, int plateColor, String payerId, String by) {
        Plate plate = checked(plateNo, plateColor, payerId);
        LotBinding binding = lots.binding(bindingId);
        if (!OPEN.contains(binding.state())) {
            throw refused("该停车场的" + name(binding) + (binding.state() == BindingState.WITHDRAWN ? "接入已撤回" : "已正式接入")
                    + "，不再登记测试车辆");
        }
        adapters.of(binding.channel()).vehicles().obstacle(plate).ifPresent(why -> {
            throw refused(why);
        });
        releaseFinished(binding.lotCode(), plate.number());
        try {
            return refreshAgreement(table.add(binding, plate, by));
        } catch (DuplicateKeyException taken) {
            return registered(binding, plate);
        }
    }

    /** @throws VehicleRefused while a deduction of this lot is undecided */
    @Transactional
    public void remove(long bindingId, long vehicleId, String by) {
        TestVehicle vehicle = table.active(vehicleId)
                .filter(found -> found.bindingId() == bindingId)
                .orElseThrow(() -> new IllegalArgumentException("no test vehicle " + vehicleId));
        if (deductions.undecided(bindingId).isPresent()) {
            throw refused("正在对测试车辆扣款，结果出来以后才能删除车辆");
        }
        table.end(vehicle.id(), by);
    }

    /** What the lot's channel wants to know of a payer beside the plate. */
    public Optional<PayerId> payerId(long bindingId) {
        return adapters.of(lots.binding(bindingId).channel()).vehicles().payerId();
    }

    public List<TestVehicle> of(long bindingId) {
        return table.of(bindingId);
    }

    /** When the first of the vehicles of each of these bindings was registered that has any. */
    public Map<Long, Instant> firstRegistered(Collection<Long> bindingIds) {
        return table.firstRegistered(bindingIds);
    }

    /** Asks the channel about the agreement of a vehicle (remote, outside of any transaction). */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public TestVehicle refreshAgreement(long vehicleId) {
        TestVehicle vehicle = table.active(vehicleId).orElseThrow();
        Agreement agreement = ask(vehicle);
        if (agreement instanceof Agreement.Signed) {
            table.agreement(vehicleId, AgreementState.SIGNED, "已签约");
        } else if (agreement instanceof Agreement.NotSigned not) {
            table.agreement(vehicleId, AgreementState.NOT_SIGNED, "未签约：" + not.why());
        } else if (agreement instanceof Agreement.Undeterminable unknown) {
            table.agreement(vehicleId, AgreementState.UNDETERMINABLE, "无法确定是否签约：" + unknown.why());
        }
        return table.active(vehicleId).orElse(vehicle);
    }

    private Agreement ask(TestVehicle vehicle) {
        try {
            LotBinding binding = lots.binding(vehicle.bindingId());
            return adapters.of(vehicle.channel()).vehicles().agreement(lots.registration(binding), vehicle.plate());
        } catch (ChannelException | IllegalStateException unreachable) {
            return new Agreement.Undeterminable("暂时无法向渠道查询，请稍后重试");
        }
    }

    /** A plate is free again when the test that it was registered for is over. */
    private void releaseFinished(String lotCode, String plateNo) {
        table.active(lotCode, plateNo)
                .filter(vehicle ->
                        !OPEN.contains(lots.binding(vehicle.bindingId()).state()))
                .ifPresent(vehicle -> table.end(vehicle.id(), "system"));
    }

    private TestVehicle registered(LotBinding binding, Plate plate) {
        TestVehicle vehicle = table.active(binding.lotCode(), plate.number()).orElseThrow();
        if (vehicle.bindingId() != binding.id()) {
            throw refused("该车牌正在本停车场测试" + Channel.of(vehicle.channel()).displayName() + "，一个车牌同一时间只能测试一个渠道");
        }
        if (!vehicle.plate().equals(plate)) {
            throw refused("该车牌已登记，如需更改颜色或付款人标识，请先删除再登记");
        }
        return vehicle;
    }

    private static Plate checked(String plateNo, int color, String payerId) {
        String payer = payerId == null ? "" : payerId.strip();
        Map<String, String> fields = VehicleChecks.problems(plateNo, color, payer);
        if (!fields.isEmpty()) {
            throw new VehicleRefused(fields);
        }
        return new Plate(PlateNumber.read(plateNo).orElseThrow().number(), color, payer);
    }

    private static String name(LotBinding binding) {
        return Channel.of(binding.channel()).displayName();
    }

    private static VehicleRefused refused(String message) {
        return new VehicleRefused(Map.of("plateNo", message));
    }
}

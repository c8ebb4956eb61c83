package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration.Lot;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import org.springframework.stereotype.Component;

/** A binding as a channel gets it. */
@Component
public class LotRegistrations {

    private final LotBindings bindings;
    private final ParkingLots lots;
    private final ReceivingAccounts accounts;
    private final LaneDevices devices;

    LotRegistrations(LotBindings bindings, ParkingLots lots, ReceivingAccounts accounts, LaneDevices devices) {
        this.bindings = bindings;
        this.lots = lots;
        this.accounts = accounts;
        this.devices = devices;
    }

    public LotBinding binding(long bindingId) {
        return bindings.byId(bindingId).orElseThrow();
    }

    public LotRegistration of(LotBinding binding) {
        var lot = lots.byId(binding.lotId()).orElseThrow();
        var account = accounts.byId(binding.accountId()).orElseThrow();
        return new LotRegistration(
                binding.id(),
                account.channelAccount(),
                new Lot(
                        lot.code(),
                        lot.name(),
                        lot.address(),
                        lot.spaceCount(),
                        lot.longitude(),
                        lot.latitude(),
                        lot.servicePhone(),
                        devices.of(binding.applicationNo(), lot.code())),
                binding.channelReference(),
                binding.channelLotId());
    }
}

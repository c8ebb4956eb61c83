package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration.Lot;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import org.springframework.stereotype.Component;

/** A lot binding, and the same in a channel's words. */
@Component
public class ChannelLots {

    private final LotBindings bindings;
    private final ParkingLots lots;
    private final ReceivingAccounts accounts;
    private final LaneDevices devices;

    ChannelLots(LotBindings bindings, ParkingLots lots, ReceivingAccounts accounts, LaneDevices devices) {
        this.bindings = bindings;
        this.lots = lots;
        this.accounts = accounts;
        this.devices = devices;
    }

    public LotBinding binding(long bindingId) {
        return bindings.byId(bindingId).orElseThrow(() -> new IllegalArgumentException("no lot binding " + bindingId));
    }

    /** @throws IllegalStateException if the channel has not opened the account */
    public LotRegistration registration(LotBinding binding) {
        ParkingLot lot = lots.byId(binding.lotId()).orElseThrow();
        ReceivingAccount account = accounts.byId(binding.accountId()).orElseThrow();
        if (account.channelAccount() == null) {
            throw new IllegalStateException("account " + account.id() + " has no number at the channel yet");
        }
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

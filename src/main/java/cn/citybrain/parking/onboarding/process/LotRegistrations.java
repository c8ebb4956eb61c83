package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.channel.LotRegistration;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import org.springframework.stereotype.Component;

/** A binding as a channel gets it. */
@Component
class LotRegistrations {

    private final LotBindings bindings;
    private final ParkingLots lots;
    private final ReceivingAccounts accounts;

    LotRegistrations(LotBindings bindings, ParkingLots lots, ReceivingAccounts accounts) {
        this.bindings = bindings;
        this.lots = lots;
        this.accounts = accounts;
    }

    LotBinding binding(long bindingId) {
        return bindings.byId(bindingId).orElseThrow();
    }

    LotRegistration of(LotBinding binding) {
        var lot = lots.byId(binding.lotId()).orElseThrow();
        var account = accounts.byId(binding.accountId()).orElseThrow();
        return new LotRegistration(
                binding.id(),
                account.channelAccount(),
                lot.code(),
                lot.name(),
                lot.address(),
                lot.spaceCount(),
                binding.channelReference());
    }
}

package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Reads what checks of people go by. */
@NamedInterface("services")
@Component
public class KnownAccounts {

    private final AccountList accounts;
    private final Merchants merchants;
    private final Vendors vendors;

    KnownAccounts(AccountList accounts, Merchants merchants, Vendors vendors) {
        this.accounts = accounts;
        this.merchants = merchants;
        this.vendors = vendors;
    }

    /** A handful of statements, however many there are. */
    public Known read() {
        return new Known(
                accounts.all().stream()
                        .collect(Collectors.toMap(
                                account -> AccountIds.key(account.userId()), Function.identity(), (a, b) -> a)),
                merchants.all().stream().collect(Collectors.toMap(Merchant::tenantId, Merchant::name)),
                vendors.all().stream().collect(Collectors.toMap(Vendor::groupId, Vendor::name)));
    }
}

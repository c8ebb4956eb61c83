package cn.citybrain.parking.onboarding.access.account;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return with(accounts.all());
    }

    /** Only the names of companies and vendors, without any account. */
    public Known companies() {
        return with(List.of());
    }

    private Known with(List<Account> all) {
        List<Merchant> companies = merchants.all();
        List<Vendor> technical = vendors.all();
        Map<String, String> names = new HashMap<>();
        companies.forEach(company -> names.put(company.tenantId(), company.name()));
        technical.forEach(vendor -> names.put(vendor.groupId(), vendor.name()));
        return new Known(
                all.stream()
                        .collect(Collectors.toMap(
                                account -> AccountIds.key(account.userId()), Function.identity(), (a, b) -> a)),
                companies.stream()
                        .filter(Merchant::active)
                        .collect(Collectors.toMap(Merchant::tenantId, Merchant::name)),
                technical.stream().filter(Vendor::active).collect(Collectors.toMap(Vendor::groupId, Vendor::name)),
                names);
    }
}

package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/masterdata/choices}: the companies and vendors that a lot can be given to. */
@RestController
class ChoicesDesk {

    private final Keepers keepers;
    private final Merchants merchants;
    private final Vendors vendors;

    ChoicesDesk(Keepers keepers, Merchants merchants, Vendors vendors) {
        this.keepers = keepers;
        this.merchants = merchants;
        this.vendors = vendors;
    }

    @GetMapping("/api/masterdata/choices")
    Choices choices() {
        keepers.reader();
        return new Choices(
                merchants.all().stream()
                        .filter(Merchant::active)
                        .map(company -> new Choice(company.tenantId(), company.name()))
                        .toList(),
                vendors.all().stream()
                        .filter(Vendor::active)
                        .map(vendor -> new Choice(vendor.groupId(), vendor.name()))
                        .toList());
    }

    record Choices(List<Choice> companies, List<Choice> vendors) {}

    record Choice(String id, String name) {}
}

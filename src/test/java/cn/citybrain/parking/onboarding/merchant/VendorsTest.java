package cn.citybrain.parking.onboarding.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnboardingTest
class VendorsTest {

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    Vendors vendors;

    @Test
    void givesALotToOneVendorAtATime() {
        Merchant merchant = TestMerchants.add(merchants);
        ParkingLot lot = TestMerchants.addLot(lots, merchant);
        ParkingLot other = TestMerchants.addLot(lots, TestMerchants.add(merchants));
        String one = "vendor-one" + merchant.id();
        String two = "vendor-two" + merchant.id();
        vendors.add(new Vendor(one, "甲科技", "a@example.com"));
        vendors.add(new Vendor(two, "乙科技", "b@example.com"));

        vendors.assign(lot.code(), one, "ops");
        vendors.assign(other.code(), two, "ops");
        vendors.assign(lot.code(), two, "ops");

        assertThat(vendors.of(lot.code()).orElseThrow().name()).isEqualTo("乙科技");
        assertThat(vendors.lotsOf(List.of(one))).isEmpty();
        assertThat(vendors.lotsOf(List.of(one, two))).containsExactly(lot, other);
        assertThat(vendors.lotsOf(List.of())).isEmpty();
        assertThatThrownBy(() -> vendors.assign("没有", one, "ops")).hasMessageContaining("没有这个停车场");
    }
}

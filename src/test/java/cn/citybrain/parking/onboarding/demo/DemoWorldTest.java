package cn.citybrain.parking.onboarding.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The invented world, as the import makes it. */
@OnboardingTest
class DemoWorldTest {

    @Autowired
    DemoWorld world;

    @Autowired
    Merchants merchants;

    @Autowired
    Lots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    AccountList accounts;

    @Autowired
    Changes changes;

    @Test
    void comesFromFilesByTheImportThatEverybodyHas() {
        assertThat(merchants.byTenant("hubin").orElseThrow().uscc()).isEqualTo("91330102765432101R");
        assertThat(lots.byCode("3301060002").tenantId()).isEqualTo("chengxi");
        assertThat(vendors.of("3301020003").orElseThrow().groupId()).isEqualTo("vendor-anxing");
        assertThat(changes.of(Subject.lot("3301060002"), 1, 50))
                .extracting(Change::note)
                .contains("导入 lots.csv");
    }

    @Test
    void itsPeopleCanLogInAtOnceAndAreWhatTheyAlwaysWere() {
        assertThat(List.of("hubin", "chengxi", "zhilian", "vendor2", "reviewer", "reviewer2", "auditor"))
                .allSatisfy(id ->
                        assertThat(accounts.byId(id).orElseThrow().state()).isEqualTo(AccountState.ACTIVE));
        assertThat(accounts.byId("supervisor2").map(Account::roles).orElseThrow())
                .containsExactly(Role.OPS_SUPERVISOR);
        assertThat(accounts.byId("admin").map(Account::roles).orElseThrow()).containsExactly(Role.ADMIN);
        assertThat(accounts.byId("vendor2").orElseThrow().vendor()).contains("vendor-anxing");
        assertThat(accounts.byId("chengxi").orElseThrow().companies()).containsExactly("chengxi");
    }

    @Test
    void whatSomebodyChangedStaysAsItIsWhenTheDemoStartsAgain() {
        ParkingLot before = lots.byCode("3301020002");
        LotEntry was = LotEntry.of(before);
        LotEntry other = new LotEntry(
                was.code(),
                was.company(),
                was.name(),
                was.address(),
                was.longitude(),
                was.latitude(),
                "161",
                "6",
                was.servicePhone());
        ParkingLot changed = lots.change(other, before.version(), "supervisor");
        try {
            world.run(null);

            assertThat(lots.byCode("3301020002")).isEqualTo(changed);
        } finally {
            lots.change(was, changed.version(), "supervisor");
        }
    }
}

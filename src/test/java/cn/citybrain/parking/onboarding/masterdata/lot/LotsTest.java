package cn.citybrain.parking.onboarding.masterdata.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.MasterData;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnboardingTest
class LotsTest {

    @Autowired
    Lots lots;

    @Autowired
    LotEnding ending;

    @Autowired
    LotVendors vendors;

    @Autowired
    VendorSweep sweep;

    @Autowired
    Companies companies;

    @Autowired
    VendorCompanies vendorCompanies;

    @Autowired
    Vendors assigned;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    Changes changes;

    @Autowired
    TestClock clock;

    final CompanyEntry company = MasterData.company();
    final VendorEntry one = MasterData.vendor();
    final VendorEntry two = MasterData.vendor();
    final LotEntry lot = MasterData.lot(company.tenant());

    @BeforeEach
    void aLotOfACompanyAndTwoVendors() {
        clock.reset();
        companies.create(company, "supervisor");
        vendorCompanies.createAll(List.of(one, two), "supervisor", "");
        lots.create(lot, "supervisor");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void callsItsCompanyByNameInTheHistory() {
        CompanyEntry other = MasterData.company();
        companies.create(other, "supervisor");
        lots.change(
                new LotEntry(
                        lot.code(),
                        other.tenant(),
                        lot.name(),
                        lot.address(),
                        lot.longitude(),
                        lot.latitude(),
                        lot.spaces(),
                        lot.lanes(),
                        lot.servicePhone()),
                1,
                "supervisor");

        assertThat(history().get(0).fields()).containsExactly(new ChangedField("所属公司", company.name(), other.name()));
        assertThat(history().get(1).fields()).contains(new ChangedField("所属公司", "", company.name()));
    }

    @Test
    void keepsWhatWasEnteredAndTellsBeforeAndAfter() {
        assertThat(LotEntry.of(lots.byCode(lot.code()))).isEqualTo(lot);
        LotEntry bigger = new LotEntry(
                lot.code(), company.uscc(), lot.name(), lot.address(), "", "", "250", "", lot.servicePhone());

        lots.change(bigger, 1, "supervisor2");

        assertThat(lots.byCode(lot.code()).spaceCount()).isEqualTo(250);
        assertThat(history().get(0).fields())
                .as("the company was named by its credit code and is the same")
                .containsExactly(
                        new ChangedField("经度", "120.1", ""),
                        new ChangedField("纬度", "30.2", ""),
                        new ChangedField("泊位数", "100", "250"),
                        new ChangedField("车道数", "2", ""));
        assertThatThrownBy(() -> lots.change(lot, 1, "supervisor"))
                .isInstanceOfSatisfying(
                        Stale.class, stale -> assertThat(stale.meanwhile()).hasSize(1));
    }

    @Test
    void findsFaultsAmongEntriesAndBesideWhatIsKept() {
        LotEntry strange = MasterData.lot("nobody-here");
        LotEntry otherCase =
                new LotEntry(lot.code().toLowerCase(Locale.ROOT), company.tenant(), "甲", "乙", "", "", "1", "", "");

        var faults = lots.check(List.of(lot, strange, otherCase));

        assertThat(faults.get(0)).isEmpty();
        assertThat(faults.get(1).get("company")).contains("nobody-here");
        assertThat(faults.get(2).get("code")).contains("第 1 条");
        assertThat(lots.check(List.of(otherCase)).get(0).get("code")).contains(lot.code());
        assertThatThrownBy(() -> lots.create(lot, "supervisor")).hasMessageContaining(lot.name());
    }

    @Test
    void movesToAnotherCompanyOnlyWhileItWasNeverBound() {
        CompanyEntry other = companies(1).get(0);
        LotEntry moved = lot.of(other.tenant());
        lots.change(moved, 1, "supervisor");
        assertThat(lots.byCode(lot.code()).tenantId()).isEqualTo(other.tenant());

        bind(other.tenant());

        assertThatThrownBy(() -> lots.change(lot, 2, "supervisor"))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining("不能换公司");
    }

    @Test
    void isClosedOnlyWhenNothingLivesOnItAndOfferedToNobodyAfterwards() {
        long binding = bind(company.tenant());

        assertThatThrownBy(() -> ending.close(lot.code(), 1, "拆除", "supervisor"))
                .isInstanceOfSatisfying(InTheWay.class, way -> assertThat(way.obstacles())
                        .containsExactly(new Obstacle("接入中的停车场", lot.name() + " · 微信支付", "/lots/" + binding)));
        assertThat(lots.byCode(lot.code()).open()).isTrue();

        bindings.withdrawn(binding);
        ending.close(lot.code(), 1, "拆除", "supervisor");

        assertThat(lots.byCode(lot.code()).open()).isFalse();
        accounts.open(companies.byTenant(company.tenant()).id(), "unionpay", "U" + lot.code(), "8801" + lot.code());
        accounts.activate("U" + lot.code(), "mer" + lot.code());
        assertThatThrownBy(() -> bindings.bind("U" + lot.code(), List.of(lot.code())))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining("已关闭");
        assertThatThrownBy(() -> vendors.choose(choice(one, ""), 2, "supervisor"))
                .hasMessageContaining("已关闭");
        ending.open(lot.code(), 2, "supervisor");
        assertThat(lots.byCode(lot.code()).open()).isTrue();
    }

    @Test
    void hasAnotherVendorAtOnceOrFromADayOn() {
        vendors.choose(choice(one, ""), 1, "supervisor");
        assertThat(vendorOf()).isEqualTo(one.group());

        String in3Days = LocalDate.now(clock).plusDays(3).toString();
        vendors.choose(new VendorChoice(lot.code(), two.name(), in3Days), 2, "supervisor2");
        sweep.sweep();
        assertThat(vendorOf()).as("not yet").isEqualTo(one.group());
        assertThat(vendors.planned(List.of(lot.code())).get(lot.code()).group()).isEqualTo(two.group());

        clock.advance(Duration.between(
                clock.instant(),
                LocalDate.now(clock)
                        .plusDays(3)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant()));
        sweep.sweep();
        sweep.sweep();

        assertThat(vendorOf()).isEqualTo(two.group());
        assertThat(vendors.planned(List.of(lot.code()))).isEmpty();
        assertThat(history()).extracting(Change::action).containsExactly("更换技术方", "计划更换技术方", "更换技术方", "新建");
        assertThat(history().get(0).by()).as("who planned it").isEqualTo("supervisor2");
        assertThat(history().get(0).note()).contains(in3Days);
    }

    @Test
    void dropsAPlanAndHasNoVendorWhenNoneIsChosen() {
        vendors.choose(choice(one, ""), 1, "supervisor");
        vendors.choose(choice(two, LocalDate.now(clock).plusDays(1).toString()), 2, "supervisor");
        vendors.dropPlan(lot.code(), 3, "supervisor");
        assertThat(vendors.planned(List.of(lot.code()))).isEmpty();

        vendors.choose(new VendorChoice(lot.code(), "", ""), 4, "supervisor");

        assertThat(assigned.of(lot.code())).isEmpty();
    }

    @Test
    void refusesVendorsThatAreNotThereDaysThatArePastAndStaleChoices() {
        assertThat(fault(new VendorChoice(lot.code(), "nobody", ""))).containsOnlyKeys("vendor");
        assertThat(fault(choice(one, LocalDate.now(clock).minusDays(1).toString())))
                .containsOnlyKeys("from");
        assertThat(fault(choice(one, "明天"))).containsOnlyKeys("from");
        assertThat(fault(new VendorChoice("NOLOT", one.group(), ""))).containsOnlyKeys("lotCode");
        vendors.choose(choice(one, ""), 1, "supervisor");
        assertThatThrownBy(() -> vendors.choose(choice(two, ""), 1, "supervisor2"))
                .isInstanceOf(Stale.class);
        assertThat(vendorOf()).isEqualTo(one.group());
        assertThat(vendors.differing(List.of(choice(one, "2020-01-01"))))
                .as("the same file of long ago changes nothing")
                .isEmpty();
    }

    @Test
    void keepsThousandsAtOnce() {
        List<LotEntry> many = Stream.generate(() -> MasterData.lot(company.tenant()))
                .limit(2500)
                .toList();
        lots.createAll(many, "supervisor", "停车场.xlsx");
        vendors.chooseAll(
                many.stream()
                        .map(entry -> new VendorChoice(entry.code(), one.group(), ""))
                        .toList(),
                "supervisor",
                "停车场.xlsx");

        assertThat(lots.kept(many.stream().map(LotEntry::code).toList())).hasSize(2500);
        assertThat(assigned.lotsOf(List.of(one.group()))).hasSize(2500);
        assertThat(changes.count(Subject.lot(many.get(7).code()))).isEqualTo(2);
    }

    private List<CompanyEntry> companies(int count) {
        List<CompanyEntry> made =
                Stream.generate(MasterData::company).limit(count).toList();
        companies.createAll(made, "supervisor", "");
        return made;
    }

    private long bind(String tenant) {
        String no = "L" + lot.code();
        accounts.open(companies.byTenant(tenant).id(), "wechatpay", no, "6222" + lot.code());
        accounts.activate(no, "sub" + lot.code());
        return bindings.bind(no, List.of(lot.code())).get(0).id();
    }

    private VendorChoice choice(VendorEntry vendor, String from) {
        return new VendorChoice(lot.code(), vendor.group(), from);
    }

    private java.util.Map<String, String> fault(VendorChoice choice) {
        return vendors.check(List.of(choice)).get(0);
    }

    private String vendorOf() {
        return assigned.of(lot.code()).map(Vendor::groupId).orElse("");
    }

    private List<Change> history() {
        return changes.of(Subject.lot(lot.code()), 1, 10);
    }
}

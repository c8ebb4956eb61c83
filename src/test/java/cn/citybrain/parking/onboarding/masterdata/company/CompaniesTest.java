package cn.citybrain.parking.onboarding.masterdata.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.MasterData;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class CompaniesTest {

    @Autowired
    Companies companies;

    @Autowired
    CompanyEnding ending;

    @Autowired
    Changes changes;

    @Autowired
    TestDrafts drafts;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    final CompanyEntry entry = MasterData.company();

    @Test
    void makesACompanyWithItsTenantAndAWordInTheHistory() {
        assertThat(companies.create(entry, "supervisor").version()).isEqualTo(1);

        assertThat(CompanyEntry.of(companies.byTenant(entry.tenant()))).isEqualTo(entry);
        assertThat(tenantName()).isEqualTo(entry.name());
        Change made = history().get(0);
        assertThat(made.action()).isEqualTo("新建");
        assertThat(made.by()).isEqualTo("supervisor");
        assertThat(made.fields()).contains(new ChangedField("联系电话", "", "138****0001"));
        assertThat(jdbc.sql("SELECT contact_phone FROM merchant WHERE tenant_id = ?")
                        .param(entry.tenant())
                        .query(String.class)
                        .single())
                .doesNotContain("13812340001")
                .isNotEmpty();
    }

    @Test
    void renamesTheTenantWithTheCompanyAndTellsBeforeAndAfter() {
        companies.create(entry, "supervisor");
        CompanyEntry renamed = with(entry, entry.name() + "（更名）", entry.uscc());

        assertThat(companies.change(renamed, 1, "supervisor2").version()).isEqualTo(2);

        assertThat(tenantName()).isEqualTo(renamed.name());
        assertThat(history().get(0).fields()).containsExactly(new ChangedField("公司名称", entry.name(), renamed.name()));
    }

    @Test
    void leavesAloneWhatWouldChangeNothing() {
        companies.create(entry, "supervisor");

        assertThat(companies.change(entry, 1, "supervisor2").version()).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void tellsTheSecondWhatTheFirstChangedAndOverwritesNothing() {
        companies.create(entry, "supervisor");
        companies.change(with(entry, "第一位改的名称" + entry.tenant(), entry.uscc()), 1, "supervisor");

        assertThatThrownBy(() -> companies.change(with(entry, "第二位改的名称", entry.uscc()), 1, "supervisor2"))
                .isInstanceOfSatisfying(Stale.class, stale -> {
                    assertThat(stale.meanwhile()).hasSize(1);
                    assertThat(stale.meanwhile().get(0).by()).isEqualTo("supervisor");
                    assertThat(stale.meanwhile().get(0).fields().get(0).after()).startsWith("第一位改的名称");
                });
        assertThat(companies.byTenant(entry.tenant()).name()).startsWith("第一位改的名称");
    }

    @Test
    void findsFaultsAmongEntriesAndBesideWhatIsKept() {
        companies.create(entry, "supervisor");
        CompanyEntry other = MasterData.company();
        CompanyEntry sameCode = with(MasterData.company(), "甲", entry.uscc());
        CompanyEntry twin = new CompanyEntry(MasterData.company().tenant(), "乙", other.uscc(), "", "", "b@example.com");

        var faults = companies.check(List.of(entry, other, twin));

        assertThat(faults.get(0)).as("it is kept: it would be changed").isEmpty();
        assertThat(faults.get(1)).isEmpty();
        assertThat(faults.get(2).get("uscc")).contains("第 2 条");
        assertThat(companies.check(List.of(sameCode)).get(0).get("uscc")).contains(entry.tenant());
        assertThatThrownBy(() -> companies.create(entry, "supervisor"))
                .isInstanceOf(Faulty.class)
                .hasMessageContaining(entry.name());
    }

    @Test
    void acceptsAListAsAWholeOrNotAtAll() {
        List<CompanyEntry> good =
                Stream.generate(MasterData::company).limit(1200).toList();
        companies.createAll(good, "supervisor", "公司.xlsx");
        assertThat(companies.kept(good.stream().map(CompanyEntry::tenant).toList()))
                .hasSize(1200);

        CompanyEntry fresh = MasterData.company();
        assertThatThrownBy(() -> companies.createAll(
                        List.of(fresh, with(MasterData.company(), "", MasterData.uscc(99_999))), "supervisor", ""))
                .isInstanceOfSatisfying(Faulty.class, faulty -> {
                    assertThat(faulty.faults().get(0)).isEmpty();
                    assertThat(faulty.faults().get(1)).containsOnlyKeys("name");
                });
        assertThat(companies.kept(List.of(fresh.tenant()))).isEmpty();
    }

    @Test
    void isDeactivatedOnlyWhenNothingLivesOnItAndBeginsNothingNewAfterwards() {
        companies.create(entry, "supervisor");
        String no = drafts.create(Channel.WECHATPAY, entry.tenant(), "somebody");

        assertThatThrownBy(() -> ending.deactivate(entry.tenant(), 1, "并入另一家", "supervisor"))
                .isInstanceOfSatisfying(InTheWay.class, way -> assertThat(way.obstacles())
                        .containsExactly(new Obstacle("办理中的申请", "微信支付 " + no + "（草稿）", "/applications/" + no)));
        assertThat(companies.byTenant(entry.tenant()).active()).isTrue();
        assertThat(companies.byTenant(entry.tenant()).version()).isEqualTo(1);

        jdbc.sql("UPDATE application SET state = 'WITHDRAWN' WHERE no = ?")
                .param(no)
                .update();
        ending.deactivate(entry.tenant(), 1, "并入另一家", "supervisor");
        assertThat(companies.byTenant(entry.tenant()).active()).isFalse();
        assertThat(history().get(0).note()).isEqualTo("并入另一家");
        assertThatThrownBy(() -> drafts.create(Channel.WECHATPAY, entry.tenant(), "somebody"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("已停用");

        ending.activate(entry.tenant(), 2, "supervisor");
        assertThat(drafts.create(Channel.WECHATPAY, entry.tenant(), "somebody")).isNotEmpty();
    }

    @Test
    void namesThePeopleWhoStandInTheWay() {
        assertThat(ending.obstacles("hubin")).contains(new Obstacle("公司人员", "林晓湖（hubin）", "/people/hubin"));
    }

    private List<Change> history() {
        return changes.of(Subject.company(entry.tenant()), 1, 10);
    }

    private String tenantName() {
        return people.unrestricted(() -> identity.createTenantQuery()
                .tenantId(entry.tenant())
                .singleResult()
                .getName());
    }

    private static CompanyEntry with(CompanyEntry entry, String name, String uscc) {
        return new CompanyEntry(
                entry.tenant(), name, uscc, entry.contactPerson(), entry.contactPhone(), entry.contactEmail());
    }
}

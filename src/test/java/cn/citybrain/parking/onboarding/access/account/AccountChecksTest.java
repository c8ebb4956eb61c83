package cn.citybrain.parking.onboarding.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountChecksTest {

    private static final Actor SUPERVISOR = new Actor("boss", "方主管", Set.of(Role.OPS_SUPERVISOR.group()), Set.of());
    private static final Actor ADMINISTRATOR = new Actor("root", "吴管理", Set.of(Role.ADMIN.group()), Set.of());

    private static final Known KNOWN = new Known(
            Map.of(
                    "zhangsan", account("ZhangSan", AccountState.ACTIVE, Set.of("hubin")),
                    "leaver", account("leaver", AccountState.DISABLED, Set.of())),
            Map.of("hubin", "湖滨停车", "chengxi", "城西停车"),
            Map.of("vendor-zhilian", "智联"),
            Map.of("hubin", "湖滨停车", "chengxi", "城西停车", "vendor-zhilian", "智联", "closed", "已停用的公司"));

    @Test
    void findsNothingWrongWithSomebodyOfSeveralCompanies() {
        PersonEntry entry = new PersonEntry(
                " lisi ", "李", "四", "li.si@hubin.example", Set.of(Role.LOT_OPERATOR), Set.of("hubin", "chengxi"), null);

        assertThat(AccountChecks.ofNew(SUPERVISOR, entry, KNOWN)).isEmpty();
        assertThat(entry.userId()).isEqualTo("lisi");
    }

    @Test
    void refusesAnIdThatDiffersByCaseOnlyOrWasEverUsed() {
        assertThat(AccountChecks.ofNew(SUPERVISOR, operator("zhangsan"), KNOWN).get("userId"))
                .contains("已经有用户名“ZhangSan”", "大小写");
        assertThat(AccountChecks.ofNew(SUPERVISOR, operator("ZhangSan"), KNOWN).get("userId"))
                .contains("已经有人使用");
        assertThat(AccountChecks.ofNew(SUPERVISOR, operator("Leaver"), KNOWN).get("userId"))
                .contains("已停用", "不会给第二个人使用");
    }

    @Test
    void namesEachFieldWithWhatToDo() {
        Map<String, String> faults = AccountChecks.ofNew(
                SUPERVISOR,
                new PersonEntry("", "", "名\uE863", "not a mail", Set.of(), Set.of("nowhere"), "vendor-x"),
                KNOWN);

        assertThat(faults)
                .containsOnlyKeys("userId", "familyName", "givenName", "mail", "roles", "companies", "vendor");
        assertThat(faults.get("companies")).contains("没有车场方“nowhere”");
        assertThat(faults.get("vendor")).contains("没有技术方“vendor-x”");
    }

    @Test
    void takesNoMailWithASecondAddressOrALineBreak() {
        for (String mail : new String[] {
            "a@b.cn,c@d.cn",
            "a@b.cn\r\nBcc: c@d.cn",
            "张 <a@b.cn>",
            "a@b",
            "a b@c.cn",
            "@b.cn",
            "x".repeat(200) + "@b.cn"
        }) {
            PersonEntry entry = new PersonEntry("lisi", "李", "四", mail, Set.of(Role.LOT_OPERATOR), Set.of("hubin"), "");
            assertThat(AccountChecks.ofNew(SUPERVISOR, entry, KNOWN)).as(mail).containsOnlyKeys("mail");
        }
    }

    @Test
    void asksForTheCompanyThatARoleNeedsAndForNoOther() {
        assertThat(faults(Set.of(Role.LOT_OPERATOR), Set.of(), "")).containsOnlyKeys("companies");
        assertThat(faults(Set.of(Role.LOT_VENDOR), Set.of(), "")).containsOnlyKeys("vendor");
        assertThat(faults(Set.of(Role.OPS_REVIEWER), Set.of("hubin"), "vendor-zhilian"))
                .containsOnlyKeys("companies", "vendor");
        assertThat(faults(Set.of(Role.LOT_VENDOR), Set.of(), "vendor-zhilian")).isEmpty();
    }

    @Test
    void letsOnlyAdministratorsMakeSupervisorsAndAdministrators() {
        for (Role role : Set.of(Role.OPS_SUPERVISOR, Role.ADMIN)) {
            PersonEntry entry = new PersonEntry("lisi", "李", "四", "l@b.cn", Set.of(role), Set.of(), "");
            assertThat(AccountChecks.ofNew(SUPERVISOR, entry, KNOWN).get("roles"))
                    .contains("只能由系统管理员授予");
            assertThat(AccountChecks.ofNew(ADMINISTRATOR, entry, KNOWN)).isEmpty();
        }
    }

    @Test
    void letsSomebodyKeepACompanyThatIsClosedByNowButGivesItToNobodyElse() {
        Account held = account("lisi", AccountState.ACTIVE, Set.of("closed"));

        assertThat(AccountChecks.ofChange(SUPERVISOR, held, held.entry(), KNOWN))
                .isEmpty();
        assertThat(faults(Set.of(Role.LOT_OPERATOR), Set.of("closed"), "")).containsOnlyKeys("companies");
    }

    private static Map<String, String> faults(Set<Role> roles, Set<String> companies, String vendor) {
        return AccountChecks.ofNew(
                SUPERVISOR, new PersonEntry("lisi", "李", "四", "l@b.cn", roles, companies, vendor), KNOWN);
    }

    private static PersonEntry operator(String userId) {
        return new PersonEntry(userId, "李", "四", "l@b.cn", Set.of(Role.LOT_OPERATOR), Set.of("hubin"), "");
    }

    private static Account account(String userId, AccountState state, Set<String> companies) {
        return new Account(
                userId, "张", "三", "z@b.cn", state, Set.of(Role.LOT_OPERATOR.group()), companies, "", null, 1);
    }
}

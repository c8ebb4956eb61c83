package cn.citybrain.parking.onboarding.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Users of the engine that were there before our accounts, or that a start of the application makes. */
@OnboardingTest
class AccountAdoptionTest {

    @Autowired
    AccountAdoption adoption;

    @Autowired
    AccountList accounts;

    @Autowired
    UserAccounts users;

    @Autowired
    IdentityService identity;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        PeopleDesk.dismiss(beans, made);
    }

    private String somebody() {
        String id = PeopleDesk.anId();
        made.add(id);
        return id;
    }

    @Test
    void takesOverWhoTheEngineKnewBefore() {
        String id = somebody();
        inTheEngine(id);
        identity.createMembership(id, Role.LOT_VENDOR.group());
        identity.createMembership(id, "vendor-anxing");
        identity.createMembership(id, "camunda-admin");
        identity.createTenantUserMembership("hubin", id);

        adoption.adoptAll();
        adoption.adoptAll();

        Account account = accounts.byId(id).orElseThrow();
        assertThat(account.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(account.groups()).containsExactlyInAnyOrder("lot-vendor", "vendor-anxing");
        assertThat(account.companies()).containsExactly("hubin");
        assertThat(account.name()).isEqualTo("旧人");
        identity.deleteMembership(id, "camunda-admin");
    }

    @Test
    void keepsBothOfTwoWhoseIdsDifferByCaseOnly() {
        String id = somebody();
        inTheEngine(id);
        inTheEngine(id.toUpperCase(Locale.ROOT));

        adoption.adoptAll();

        assertThat(accounts.byId(id)).isPresent();
        assertThat(accounts.byId(id.toUpperCase(Locale.ROOT))).isPresent();
    }

    @Test
    void knowsTheDemosPeopleAndWhoAStartMakes() {
        assertThat(accounts.byId("zhilian").orElseThrow().vendor()).hasValue("vendor-zhilian");
        String id = somebody();
        users.add(id, "新", "人", DemoWorld.PASSWORD, List.of(Role.AUDITOR.group()), List.of());
        assertThat(accounts.byId(id).orElseThrow().roles()).containsExactly(Role.AUDITOR);

        users.promote(id);
        assertThat(accounts.byId(id).orElseThrow().roles()).containsExactly(Role.AUDITOR, Role.ADMIN);
    }

    private void inTheEngine(String id) {
        User user = identity.newUser(id);
        user.setFirstName("旧");
        user.setLastName("人");
        user.setPassword(DemoWorld.PASSWORD);
        identity.saveUser(user);
    }
}

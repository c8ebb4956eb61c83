package cn.citybrain.parking.onboarding.access.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.password.PasswordPolicy;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class FirstAdministratorTest {

    private final UserAccounts accounts = mock(UserAccounts.class);

    @Test
    void isMadeWithAPasswordThatNobodyGuesses() {
        with("keeper", "lantern otter gravel").make();

        verify(accounts).add("keeper", "系统", "管理员", "keeper@group.example", "lantern otter gravel", List.of(), List.of());
        verify(accounts).promote("keeper");
    }

    @Test
    void isRefusedWithAWeakPasswordInASentenceThatNamesTheSetting() {
        WeakAdminPassword refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                WeakAdminPassword.class, () -> with("keeper", "Admin123456").make());

        assertThat(new WeakAdminPassword.Analyzer().analyze(refused).getDescription())
                .contains("ONBOARDING_ADMIN_PASSWORD", "太常见");
        verify(accounts, never()).add(any(), any(), any(), any(), any(), any(), any());
    }

    @Test
    void whoseNameIsThePasswordIsRefused() {
        assertThatExceptionOfType(WeakAdminPassword.class)
                .isThrownBy(() -> with("keeper", "lantern-keeper-gravel").make())
                .withMessageContaining("不能包含用户名");
    }

    @Test
    void isNotLookedAtWhereThereIsOne() {
        when(accounts.hasMember(Role.ADMIN)).thenReturn(true);

        with("keeper", "short").make();

        verify(accounts, never()).add(any(), any(), any(), any(), any(), any(), any());
    }

    private FirstAdministrator with(String userId, String password) {
        return new FirstAdministrator(
                accounts,
                new PasswordPolicy(),
                new MockEnvironment()
                        .withProperty("onboarding.access.admin-user", userId)
                        .withProperty("onboarding.access.admin-mail", "keeper@group.example")
                        .withProperty("onboarding.access.admin-password", password));
    }
}

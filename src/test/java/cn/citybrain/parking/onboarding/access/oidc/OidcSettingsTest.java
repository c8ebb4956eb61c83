package cn.citybrain.parking.onboarding.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OidcSettingsTest {

    @Test
    void nothingIsNeededWhereNothingIsSet() {
        assertThat(OidcSettings.faults(new MockEnvironment())).isEmpty();
        assertThat(OidcSettings.of(new MockEnvironment())).isEmpty();
    }

    @Test
    void halfAConfigurationIsRefusedByName() {
        MockEnvironment half = new MockEnvironment().withProperty("ONBOARDING_OIDC_CLIENT_ID", "onboarding");

        assertThat(OidcSettings.faults(half))
                .containsOnlyKeys("ONBOARDING_OIDC_ISSUER", "ONBOARDING_OIDC_CLIENT_SECRET", "ONBOARDING_OIDC_GROUPS");
        assertThat(OidcSettings.of(half)).isEmpty();
    }

    @Test
    void anAddressWithoutTlsAndARoleThatIsNoneAreRefusedByName() {
        MockEnvironment odd = whole("http://tokens.example", "boss=ops-supervisor,all=everything");

        assertThat(OidcSettings.faults(odd)).containsOnlyKeys("ONBOARDING_OIDC_ISSUER", "ONBOARDING_OIDC_GROUPS");
        assertThat(OidcSettings.faults(odd).get("ONBOARDING_OIDC_GROUPS"))
                .contains("“all=everything”", "ops-supervisor");
        assertThat(OidcSettings.faults(whole("https://tokens.example", "boss")))
                .containsOnlyKeys("ONBOARDING_OIDC_GROUPS");
    }

    @Test
    void aGroupsNameMayHaveAnEqualsSign() {
        OidcSettings settings = OidcSettings.of(whole("https://tokens.example", "cn=boss=ops-supervisor , a=auditor"))
                .orElseThrow();

        assertThat(settings.groups()).isEqualTo(Map.of("cn=boss", Role.OPS_SUPERVISOR, "a", Role.AUDITOR));
        assertThat(OidcSettings.faults(whole("https://tokens.example", "a=auditor")))
                .isEmpty();
    }

    @Test
    void claimsAreListsTextsOrLieDeeper() {
        Claims claims = new Claims(Map.of(
                "groups", List.of("a", " b "),
                "roles", "c, d e",
                "realm_access", Map.of("roles", List.of("f")),
                "https://x.example/groups", List.of("g")));

        assertThat(claims.texts("groups")).containsExactly("a", "b");
        assertThat(claims.texts("roles")).containsExactly("c", "d", "e");
        assertThat(claims.texts("realm_access.roles")).containsExactly("f");
        assertThat(claims.texts("https://x.example/groups")).containsExactly("g");
        assertThat(claims.texts("none.at.all")).isEmpty();
    }

    private static MockEnvironment whole(String issuer, String groups) {
        return new MockEnvironment()
                .withProperty("ONBOARDING_OIDC_ISSUER", issuer)
                .withProperty("ONBOARDING_OIDC_CLIENT_ID", "onboarding")
                .withProperty("ONBOARDING_OIDC_CLIENT_SECRET", "secret")
                .withProperty("ONBOARDING_OIDC_GROUPS", groups);
    }
}

package cn.citybrain.parking.onboarding.access.oidc;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/**
 * The token server and what its claims mean here.
 *
 * @param name what the button on the login page says
 * @param userClaim becomes the user id; groups and companies are lists, a dot leads into an object
 * @param groups which group of the token server is which role here; what it does not name is nothing
 */
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String name,
        String userClaim,
        String groupsClaim,
        String companiesClaim,
        Map<String, Role> groups) {

    private static final Map<String, String> NEEDED = Map.of(
            "ONBOARDING_OIDC_ISSUER", "令牌服务器的地址 (issuer)，https:// 开头",
            "ONBOARDING_OIDC_CLIENT_ID", "本系统在令牌服务器上的 client id",
            "ONBOARDING_OIDC_CLIENT_SECRET", "本系统在令牌服务器上的 client secret",
            "ONBOARDING_OIDC_GROUPS", "组与角色的对应，如 parking-review=ops-reviewer,parking-admin=onboarding-admin");

    /** Looked at with every use: empty unless all of the four are there. */
    static Optional<OidcSettings> of(Environment environment) {
        Map<String, String> given = NEEDED.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> environment.getProperty(name, "").strip()));
        if (given.containsValue("")) {
            return Optional.empty();
        }
        return Optional.of(new OidcSettings(
                given.get("ONBOARDING_OIDC_ISSUER"),
                given.get("ONBOARDING_OIDC_CLIENT_ID"),
                given.get("ONBOARDING_OIDC_CLIENT_SECRET"),
                environment.getProperty("ONBOARDING_OIDC_NAME", "统一身份认证"),
                environment.getProperty("ONBOARDING_OIDC_USER_CLAIM", "preferred_username"),
                environment.getProperty("ONBOARDING_OIDC_GROUPS_CLAIM", "groups"),
                environment.getProperty("ONBOARDING_OIDC_COMPANIES_CLAIM", "companies"),
                roles(given.get("ONBOARDING_OIDC_GROUPS"))));
    }

    /** What is wrong, by the setting's name, in Chinese: a half configuration, or a mapping to what is no role. */
    public static Map<String, String> faults(Environment environment) {
        Map<String, String> missing = new LinkedHashMap<>(NEEDED);
        missing.keySet().removeIf(name -> !environment.getProperty(name, "").isBlank());
        if (missing.size() == NEEDED.size()) {
            return Map.of();
        }
        if (missing.isEmpty()) {
            if (!environment.getProperty("ONBOARDING_OIDC_ISSUER", "").strip().startsWith("https://")) {
                missing.put("ONBOARDING_OIDC_ISSUER", "令牌服务器的地址必须以 https:// 开头");
            }
            try {
                roles(environment.getProperty("ONBOARDING_OIDC_GROUPS", ""));
            } catch (IllegalArgumentException e) {
                missing.put("ONBOARDING_OIDC_GROUPS", e.getMessage());
            }
        }
        return missing;
    }

    private static Map<String, Role> roles(String mapping) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String pair : mapping.split(",")) {
            int at = pair.lastIndexOf('=');
            String group = at < 0 ? "" : pair.substring(0, at).strip();
            Role role =
                    at < 0 ? null : Role.ofGroup(pair.substring(at + 1).strip()).orElse(null);
            if (group.isEmpty() || role == null) {
                throw new IllegalArgumentException("“" + pair.strip() + "”应写作 组=角色，角色是 "
                        + Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining("、")) + " 之一");
            }
            roles.put(group, role);
        }
        return roles;
    }
}

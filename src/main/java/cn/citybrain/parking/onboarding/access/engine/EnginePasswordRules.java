package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.people.People;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** Our rules for passwords as the engine's: the last door, in case a call sets one that nobody looked at. */
final class EnginePasswordRules implements PasswordPolicy, PasswordPolicyRule {

    private final cn.citybrain.parking.onboarding.access.password.PasswordPolicy policy;

    EnginePasswordRules(cn.citybrain.parking.onboarding.access.password.PasswordPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(this);
    }

    @Override
    public String getPlaceholder() {
        return "ONBOARDING_PASSWORD_POLICY";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        return policy.faults("", "", password).isEmpty();
    }

    @Override
    public boolean execute(String password, User user) {
        return user == null
                ? execute(password)
                : policy.faults(user.getId(), People.displayName(user), password)
                        .isEmpty();
    }
}

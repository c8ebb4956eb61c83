package cn.citybrain.parking.onboarding.seal;

import java.util.Optional;

/** Port: one thing that a verification checks. Other modules add what only they can check. Run in the order of {@code @Order}. */
public interface SealCheck {

    /** Empty if there is nothing to check, because nobody gave it. */
    Optional<CheckResult> run(SealScope scope);
}

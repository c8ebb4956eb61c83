package cn.citybrain.parking.onboarding.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, loudly, where there is no chromium. CI installs it and fails on a skipped test. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("chromium found");
            }
            String why = "NO CHROMIUM: " + context.getDisplayName()
                    + " DID NOT RUN. Install it (Debian: apt install chromium-headless-shell fonts-noto-cjk) or set CHROMIUM.";
            System.err.println("\n**** " + why + " ****\n");
            return ConditionEvaluationResult.disabled(why);
        }
    }
}

package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the City Brain interface over HTTP, where the test itself is the payment desk. The application is the one that
 * all other tests share.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnboardingTest
@ExtendWith(CityBrainTest.AtTheDesk.class)
public @interface CityBrainTest {

    /** For as long as a test takes. */
    final class AtTheDesk implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            desk(test).taken();
        }

        @Override
        public void afterEach(ExtensionContext test) {
            desk(test).givenBack();
        }

        private static TestDesk desk(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(TestDesk.class);
        }
    }
}

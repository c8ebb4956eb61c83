package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the City Brain interface over HTTP, where the test itself is the payment desk. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnboardingTest
@MockitoBean(types = PaymentDesk.class)
@Import(TestLots.class)
public @interface CityBrainTest {}

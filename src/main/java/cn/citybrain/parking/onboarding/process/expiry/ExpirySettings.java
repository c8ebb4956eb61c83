package cn.citybrain.parking.onboarding.process.expiry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param forgottenAfter how long nobody has changed an application that ends
 * @param tellBefore how long before its end the applicant is told; shorter than {@code forgottenAfter}
 */
@ConfigurationProperties("onboarding.application")
record ExpirySettings(Duration forgottenAfter, Duration tellBefore) {}

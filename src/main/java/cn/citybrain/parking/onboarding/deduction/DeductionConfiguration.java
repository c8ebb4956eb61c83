package cn.citybrain.parking.onboarding.deduction;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DeductionSettings.class)
class DeductionConfiguration {}

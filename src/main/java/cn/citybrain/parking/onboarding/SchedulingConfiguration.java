package cn.citybrain.parking.onboarding;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs the schedules; switched off where somebody fires them by hand. */
@Configuration
@ConditionalOnProperty(name = "onboarding.schedules.enabled", matchIfMissing = true)
@EnableScheduling
class SchedulingConfiguration {}

package cn.citybrain.parking.onboarding.simulator.gateway;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parties that are reached over the contract come from settings. */
@Configuration(proxyBeanMethods = false)
@Import(PartyRegistrar.class)
class GatewayConfiguration {}

package cn.citybrain.parking.onboarding.parking;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ParkingProperties.class)
class ParkingConfiguration {}

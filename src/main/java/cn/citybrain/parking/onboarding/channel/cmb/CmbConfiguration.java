package cn.citybrain.parking.onboarding.channel.cmb;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmbSettings.class)
class CmbConfiguration {}

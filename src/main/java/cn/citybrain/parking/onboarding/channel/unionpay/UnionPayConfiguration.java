package cn.citybrain.parking.onboarding.channel.unionpay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnionPaySettings.class)
class UnionPayConfiguration {}

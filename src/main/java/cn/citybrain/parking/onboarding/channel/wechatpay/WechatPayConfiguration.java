package cn.citybrain.parking.onboarding.channel.wechatpay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WechatPaySettings.class)
class WechatPayConfiguration {}

package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.gateway.GatewaySettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param gateway the gateway that stands for this channel (assumed contract) */
@ConfigurationProperties("onboarding.channels.etc")
record EtcSettings(GatewaySettings gateway) {}

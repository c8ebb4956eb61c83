package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayAdapters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The adapter, over the channel gateway contract. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtcSettings.class)
class EtcConfiguration {

    @Bean
    ChannelAdapter etcAdapter(EtcSettings settings, GatewayAdapters adapters) {
        return adapters.adapter(Channel.ETC, settings.gateway(), new EtcDialect());
    }
}

package cn.citybrain.parking.onboarding.channel.citizencard;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayAdapters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The adapter, over the channel gateway contract. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CitizenCardSettings.class)
class CitizenCardConfiguration {

    @Bean
    ChannelAdapter citizencardAdapter(CitizenCardSettings settings, GatewayAdapters adapters) {
        return adapters.adapter(Channel.CITIZENCARD, settings.gateway(), new CitizenCardDialect());
    }
}

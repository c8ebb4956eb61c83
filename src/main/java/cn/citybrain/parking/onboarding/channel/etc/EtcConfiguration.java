package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The adapter, over the channel gateway contract. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtcSettings.class)
class EtcConfiguration {

    @Bean
    ChannelAdapter etcAdapter(EtcSettings settings, Lines lines, Clock clock) {
        return new GatewayAdapter(Channel.ETC, settings.gateway(), new EtcDialect(), lines.to(Channel.ETC), clock);
    }
}

package cn.citybrain.parking.onboarding.channel.citizencard;

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
@EnableConfigurationProperties(CitizenCardSettings.class)
class CitizenCardConfiguration {

    @Bean
    ChannelAdapter citizencardAdapter(CitizenCardSettings settings, Lines lines, Clock clock) {
        return new GatewayAdapter(
                Channel.CITIZENCARD,
                settings.gateway(),
                new CitizenCardDialect(),
                lines.to(Channel.CITIZENCARD),
                clock);
    }
}

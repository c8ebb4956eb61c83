package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.adapter.AdapterSource;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the channels of the gateway contract their settings and their dialects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayAdapters.Settings.class)
class GatewayConfiguration {

    @Bean
    AdapterSource gatewayAdapters(
            GatewayAdapters.Settings settings, ObjectProvider<Dialect> dialects, Lines lines, Clock clock) {
        return new GatewayAdapters(settings, dialects.stream().toList(), lines, clock);
    }
}

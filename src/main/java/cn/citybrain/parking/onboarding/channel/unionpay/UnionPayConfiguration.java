package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** UnionPay (银联): puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnionPaySettings.class)
class UnionPayConfiguration {

    @Bean
    ChannelAdapter unionpayAdapter(
            UnionPaySettings settings,
            Banks banks,
            ChannelReferences references,
            FieldCipher cipher,
            Lines lines,
            Clock clock) {
        UnionPayWire wire = new UnionPayWire(settings, lines.to(Channel.UNIONPAY), clock);
        UnionPayVehicles vehicles = new UnionPayVehicles(wire, references, cipher, clock);
        UnionPayCharges charges = new UnionPayCharges(wire, references, clock);
        return new ChannelAdapter(
                Channel.UNIONPAY,
                new UnionPayAccounts(wire, banks),
                new UnionPayLots(wire),
                vehicles,
                charges,
                new UnionPayCallbacks(settings, charges, vehicles),
                settings.requireResponseSign());
    }
}

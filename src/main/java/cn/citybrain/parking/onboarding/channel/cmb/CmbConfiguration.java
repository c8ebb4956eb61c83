package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** China Merchants Bank (招商银行): puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmbSettings.class)
class CmbConfiguration {

    @Bean
    ChannelAdapter cmbAdapter(CmbSettings settings, ChannelReferences references, Lines lines, Clock clock) {
        CmbWire wire = new CmbWire(settings, new CmbKeys(settings), lines.to(Channel.CMB), clock);
        CmbLots lots = new CmbLots(wire, references);
        CmbVehicles vehicles = new CmbVehicles(wire);
        return new ChannelAdapter(
                Channel.CMB,
                new CmbAccounts(wire, references),
                lots,
                vehicles,
                new CmbCharges(wire, lots, vehicles, clock),
                new CmbCallbacks(wire));
    }
}

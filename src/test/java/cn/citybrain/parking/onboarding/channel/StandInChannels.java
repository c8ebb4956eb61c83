package cn.citybrain.parking.onboarding.channel;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Silent adapters of channels that have none of their own yet; a test scripts the one that it is about. */
@Configuration
class StandInChannels {

    @Bean
    ChannelAdapter unionpayStandIn() {
        return silent(Channel.UNIONPAY);
    }

    @Bean
    ChannelAdapter citizencardStandIn() {
        return silent(Channel.CITIZENCARD);
    }

    @Bean
    ChannelAdapter etcStandIn() {
        return silent(Channel.ETC);
    }

    @Bean
    ChannelAdapter cmbStandIn() {
        return silent(Channel.CMB);
    }

    private static ChannelAdapter silent(Channel channel) {
        ChannelAdapter adapter = mock(ChannelAdapter.class);
        when(adapter.channel()).thenReturn(channel);
        return adapter;
    }
}

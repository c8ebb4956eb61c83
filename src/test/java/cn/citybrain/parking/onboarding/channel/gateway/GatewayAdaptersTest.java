package cn.citybrain.parking.onboarding.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayAdapters.Block;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewayAdaptersTest {

    @Test
    void makesAnAdapterForEachBlockWithAGateway() {
        var adapters = adapters(Map.of(
                "onboarding.channels.citizencard.gateway.base-url", "https://card.example",
                "onboarding.channels.citizencard.gateway.app-id", "1",
                "onboarding.channels.citizencard.gateway.secret", "s",
                "onboarding.channels.citizencard.gateway.notify-base-url", "https://onboarding.example",
                "onboarding.channels.alipay.app-id", "2"));
        assertThat(adapters.adapters()).extracting(ChannelAdapter::channel).containsExactly(Channel.CITIZENCARD);
    }

    @Test
    void failsOnABlockOfAChannelThatDoesNotExist() {
        var settings = new GatewaySettings("https://g.example", "1", "s", "https://onboarding.example", null);
        var adapters = adapters(new GatewayAdapters.Settings(Map.of("seventh", new Block(settings))));
        assertThatThrownBy(adapters::adapters)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "onboarding.channels.seventh.gateway: there is no channel \"seventh\"; give Channel a constant,"
                                + " or remove the block");
    }

    @Test
    void withoutADialectOfItsOwnAChannelHasCityBrainsColours() {
        assertThat(Dialect.plain(Channel.CITIZENCARD).plateColor(5)).isEqualTo("5");
    }

    private static GatewayAdapters adapters(Map<String, String> properties) {
        return adapters(new Binder(new MapConfigurationPropertySource(properties))
                .bind("onboarding", GatewayAdapters.Settings.class)
                .get());
    }

    private static GatewayAdapters adapters(GatewayAdapters.Settings settings) {
        return new GatewayAdapters(settings, List.of(), TestLines.patient(request -> {}), Clock.systemUTC());
    }
}

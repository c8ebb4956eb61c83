package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.Handover;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.Protocol;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The two parties that are reached over the contract. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    @Order(3)
    SimulatedChannel citizenCard(Clock clock) {
        return new GatewayChannel(Party.CITIZEN_CARD, clock);
    }

    @Bean
    Protocol citizenCardProtocol(ObjectMapper json, Clock clock) {
        return new GatewayProtocol(Party.CITIZEN_CARD, json, clock);
    }

    @Bean
    Handover citizenCardHandover() {
        return url -> handover(Party.CITIZEN_CARD, url);
    }

    @Bean
    @Order(4)
    SimulatedChannel etc(Clock clock) {
        return new GatewayChannel(Party.ETC, clock);
    }

    @Bean
    Protocol etcProtocol(ObjectMapper json, Clock clock) {
        return new GatewayProtocol(Party.ETC, json, clock);
    }

    @Bean
    Handover etcHandover() {
        return url -> handover(Party.ETC, url);
    }

    private static Map<String, String> handover(Party party, String simulatorUrl) {
        String prefix = "onboarding.channels." + party.code() + ".gateway.";
        return Map.of(
                prefix + "base-url", simulatorUrl + party.root(),
                prefix + "app-id", party.appId(),
                prefix + "secret", party.secret());
    }
}

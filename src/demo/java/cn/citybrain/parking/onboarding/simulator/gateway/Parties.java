package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.GatewayBlocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.Environment;

/** Who is reached over the contract, by code. */
record Parties(List<Party> all) {

    /** Settings of one, under its code. */
    record Settings(String name, String visitor, boolean devices, String appId, String secret) {

        Party of(String code) {
            if (appId == null || secret == null) {
                throw new IllegalArgumentException(
                        GatewayBlocks.PARTIES + "." + code + ": app-id and secret are needed");
            }
            String called = name == null ? code : name;
            return new Party(code, called, visitor == null ? called + " 客户经理" : visitor, devices, appId, secret);
        }
    }

    /** Those that the simulator's settings name; where they name none, those of the demo. */
    static Parties of(Environment environment) {
        return named(Binder.get(environment))
                .or(() -> named(new Binder(new MapConfigurationPropertySource(GatewayBlocks.ofTheDemo()))))
                .orElseGet(() -> new Parties(List.of()));
    }

    private static Optional<Parties> named(Binder binder) {
        Bindable<Map<String, Settings>> map = Bindable.mapOf(String.class, Settings.class);
        return Optional.ofNullable(binder.bind(GatewayBlocks.PARTIES, map).orElse(null))
                .map(found -> new Parties(new TreeMap<>(found)
                        .entrySet().stream()
                                .map(party -> party.getValue().of(party.getKey()))
                                .toList()));
    }

    Optional<Party> find(String code) {
        return all.stream().filter(party -> party.code().equals(code)).findFirst();
    }

    /** One that {@link KnownParties} let in. */
    Party of(String code) {
        return find(code).orElseThrow();
    }
}

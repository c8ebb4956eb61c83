package cn.citybrain.parking.onboarding.access.door;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a request may take to arrive, and how much of the server those may hold that take long.
 *
 * @param head how long the first request of a connection may take until its headers are there, however slowly they drip
 * @param bodyPause how long a body may pause
 * @param bodyGrace how long may be waited for a body in all, before its rate counts
 * @param bodyRate what must come each second on average, afterwards
 * @param connectionsPerAddress open at the same time; one more ends the oldest that is about no request. Proxies are exempt
 * @param peopleWaiting requests of people whose bodies are being waited for, at the same time
 * @param machinesWaiting the same of lots and channels
 * @param waitingPerAddress the same of one network address, as the proxy tells it
 * @param peopleAtOncePerAddress requests of people from one network address at the same time, whatever they wait for
 * @param machinesAtOnce requests of lots and channels at the same time where people come too
 * @param machinePort a door of their own for lots and channels; 0 for none
 * @param hosts names under which the application answers people, beside the one of its public address
 */
@ConfigurationProperties("onboarding.access.door")
public record DoorSettings(
        @DefaultValue("10s") Duration head,
        @DefaultValue("5s") Duration bodyPause,
        @DefaultValue("20s") Duration bodyGrace,
        @DefaultValue("8KB") DataSize bodyRate,
        @DefaultValue("400") int connectionsPerAddress,
        @DefaultValue("100") int peopleWaiting,
        @DefaultValue("60") int machinesWaiting,
        @DefaultValue("60") int waitingPerAddress,
        @DefaultValue("250") int peopleAtOncePerAddress,
        @DefaultValue("120") int machinesAtOnce,
        @DefaultValue("0") int machinePort,
        @DefaultValue List<String> hosts) {}

package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.SimulatedChannel;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Faults and notifications of a channel, and the codes that its desk takes, for pages and scripts. */
@RestController
@RequestMapping("/demo/api")
class ChannelFaultApi {

    private final ChannelDesks desks;

    ChannelFaultApi(ChannelDesks desks) {
        this.desks = desks;
    }

    record Named(String code, String name) {}

    /** @param faults codes of the kinds that can happen to it, with words */
    record OperationWords(String name, String words, List<Named> faults) {}

    record ChannelWords(
            String code,
            String name,
            Map<String, Words> states,
            Map<String, Words> agreements,
            Map<String, String> fields,
            List<OperationWords> operations) {}

    @GetMapping("/channels")
    List<Named> channels() {
        return desks.channels().stream()
                .map(channel -> new Named(channel.code(), channel.name()))
                .toList();
    }

    @GetMapping("/{channel}/words")
    ChannelWords words(@PathVariable String channel) {
        ChannelOffice office = desks.of(channel).office();
        SimulatedChannel simulated = office.channel();
        return new ChannelWords(
                simulated.code(),
                simulated.name(),
                simulated.profile().applicationStates(),
                simulated.agreementStates(),
                simulated.profile().fields(),
                simulated.operations().stream()
                        .map(operation -> new OperationWords(
                                operation.name(),
                                operation.words(),
                                office.faults().possible(operation).stream()
                                        .map(kind -> new Named(kind.name(), kind.words()))
                                        .toList()))
                        .toList());
    }

    @GetMapping("/{channel}/faults")
    List<Fault> faults(@PathVariable String channel) {
        return desks.of(channel).faults();
    }

    @PostMapping("/{channel}/faults")
    Fault plan(@PathVariable String channel, @RequestBody Fault fault) {
        return desks.of(channel).plan(fault);
    }

    @DeleteMapping("/{channel}/faults/{id}")
    void drop(@PathVariable String channel, @PathVariable String id) {
        desks.of(channel).office().faults().drop(id);
    }

    @DeleteMapping("/{channel}/faults")
    void dropAll(@PathVariable String channel) {
        desks.of(channel).dropAllFaults();
    }

    @GetMapping("/{channel}/notices")
    List<Notice> notices(@PathVariable String channel) {
        return desks.of(channel).notices();
    }

    @PostMapping("/{channel}/notices/deliver")
    Map<String, Integer> deliverDue(@PathVariable String channel) {
        return Map.of("delivered", desks.of(channel).deliverDue());
    }

    @PostMapping("/{channel}/notices/{id}/deliver")
    Notice deliver(@PathVariable String channel, @PathVariable String id) {
        return desks.of(channel).deliver(id);
    }
}

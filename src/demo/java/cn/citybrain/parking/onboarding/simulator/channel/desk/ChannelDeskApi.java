package cn.citybrain.parking.onboarding.simulator.channel.desk;

import cn.citybrain.parking.onboarding.simulator.channel.book.Account;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.MediaFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What merchants, lots and owners want of a channel, for pages and scripts; the same for every channel. Every record comes
 * with its state in words ({@code words}, {@code tone}) and the commands that fit now ({@code actions}).
 */
@RestController
@RequestMapping("/demo/api/{channel}")
class ChannelDeskApi {

    private final ChannelDesks desks;
    private final DeskViews views;

    ChannelDeskApi(ChannelDesks desks, DeskViews views) {
        this.desks = desks;
        this.views = views;
    }

    record Switch(boolean on) {}

    record NewAccount(String number, String name, Map<String, String> facts) {}

    record Reason(String reason) {}

    private static <T> List<ObjectNode> list(List<T> all, Function<T, ObjectNode> view) {
        return all.stream().map(view).toList();
    }

    /** Without content. */
    @GetMapping("/applications")
    List<ObjectNode> applications(@PathVariable String channel) {
        ChannelDesk desk = desks.of(channel);
        return list(desk.applications(), application -> views.brief(desk, application));
    }

    @GetMapping("/applications/{no}")
    ObjectNode application(@PathVariable String channel, @PathVariable String no) {
        ChannelDesk desk = desks.of(channel);
        return views.whole(desk, desk.office().applications().required(no));
    }

    /** {@code advance}, or one of its actions; the body has what the action wants to know. */
    @PostMapping("/applications/{no}/{command}")
    ObjectNode command(
            @PathVariable String channel,
            @PathVariable String no,
            @PathVariable String command,
            @RequestBody(required = false) Map<String, Object> inputs) {
        ChannelDesk desk = desks.of(channel);
        return views.whole(desk, desk.command(no, command, inputs == null ? Map.of() : inputs));
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> media(@PathVariable String channel, @PathVariable String id) {
        MediaFile file = desks.of(channel).media(id).orElseThrow(() -> new NoSuchElementException("没有图片"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .body(file.bytes());
    }

    @GetMapping("/accounts")
    List<Account> accounts(@PathVariable String channel) {
        return desks.of(channel).office().accounts().all();
    }

    @PostMapping("/accounts")
    Account adopt(@PathVariable String channel, @RequestBody NewAccount account) {
        Map<String, String> facts = account.facts() == null ? Map.of() : account.facts();
        return desks.of(channel).adopt(account.number(), account.name(), facts);
    }

    @GetMapping("/lots")
    List<ObjectNode> lots(@PathVariable String channel) {
        return list(desks.of(channel).lots(), views::of);
    }

    @PostMapping("/lots/{reference}/pass")
    ObjectNode passLot(@PathVariable String channel, @PathVariable String reference) {
        return views.of(desks.of(channel).passLot(reference));
    }

    @PostMapping("/lots/{reference}/refuse")
    ObjectNode refuseLot(@PathVariable String channel, @PathVariable String reference, @RequestBody Reason reason) {
        return views.of(desks.of(channel).refuseLot(reference, reason.reason()));
    }

    @GetMapping("/vehicles")
    List<ObjectNode> vehicles(@PathVariable String channel) {
        ChannelDesk desk = desks.of(channel);
        return list(desk.agreements(), agreement -> views.of(desk, agreement));
    }

    @PutMapping("/vehicles")
    ObjectNode setVehicle(@PathVariable String channel, @RequestBody Agreement agreement) {
        ChannelDesk desk = desks.of(channel);
        return views.of(desk, desk.setAgreement(agreement));
    }

    @GetMapping("/visits")
    List<ObjectNode> visits(@PathVariable String channel) {
        ChannelDesk desk = desks.of(channel);
        return list(desk.visits(), visit -> views.of(desk, visit));
    }

    @PostMapping("/visits/{id}/{command}")
    ObjectNode visit(
            @PathVariable String channel,
            @PathVariable String id,
            @PathVariable String command,
            @RequestBody(required = false) Map<String, Object> inputs) {
        ChannelDesk desk = desks.of(channel);
        return views.of(desk, desk.visitCommand(id, command, inputs == null ? Map.of() : inputs));
    }

    /** Whether applications get their first step and lots are passed the moment they come in. */
    @GetMapping("/autopilot")
    Switch autopilot(@PathVariable String channel) {
        return new Switch(desks.of(channel).office().autopilot().on());
    }

    @PutMapping("/autopilot")
    Switch autopilot(@PathVariable String channel, @RequestBody Switch wanted) {
        desks.of(channel).autopilot(wanted.on());
        return wanted;
    }
}

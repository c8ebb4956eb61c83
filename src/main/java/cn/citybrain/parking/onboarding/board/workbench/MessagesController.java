package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.board.NotFound;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.About;
import cn.citybrain.parking.onboarding.parking.trace.LotLooks;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a lot was told, by MQTT or when it asked, and whether it confirmed. Who opens one is written down. */
@RestController
@RequestMapping("/api/bindings/{id}/workbench/messages")
class MessagesController {

    private final Bench bench;
    private final LotMessageLog messages;
    private final LotLooks looks;
    private final Readable readable;

    MessagesController(Bench bench, LotMessageLog messages, LotLooks looks, Readable readable) {
        this.bench = bench;
        this.messages = messages;
        this.looks = looks;
        this.readable = readable;
    }

    @GetMapping
    Page<About> messages(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        LotBinding lot = bench.lot(id);
        Instant since = bench.since(lot);
        Wanted wanted = new Wanted("", page, size);
        return new Page<>(
                messages.page(lot.lotCode(), since, wanted.page(), wanted.size()),
                messages.count(lot.lotCode(), since),
                wanted);
    }

    record Opened(String body) {}

    @GetMapping("/{requestId}")
    Opened content(@PathVariable long id, @PathVariable String requestId) {
        LotBinding lot = bench.own(id);
        String content =
                messages.content(lot.lotCode(), bench.since(lot), requestId).orElseThrow(NotFound::new);
        looks.atMessage(lot.lotCode(), requestId, bench.userId());
        return new Opened(readable.text(content));
    }
}

package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.board.NotFound;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.parking.trace.LotLooks;
import cn.citybrain.parking.onboarding.parking.trace.TracedCalls;
import cn.citybrain.parking.onboarding.parking.trace.TracedCalls.Asked;
import cn.citybrain.parking.onboarding.parking.trace.TracedCalls.Found;
import cn.citybrain.parking.onboarding.parking.trace.TracedCalls.TracedCall;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls of a lot as they arrived. Who opens one is written down. */
@RestController
@RequestMapping("/api/bindings/{id}/workbench/calls")
class CallsController {

    private final Bench bench;
    private final TracedCalls calls;
    private final LotLooks looks;
    private final Readable readable;

    CallsController(Bench bench, TracedCalls calls, LotLooks looks, Readable readable) {
        this.bench = bench;
        this.calls = calls;
        this.looks = looks;
        this.readable = readable;
    }

    /**
     * @param uid of one visit, empty for all
     * @param call name in the address, empty for all
     * @param faults only what was refused or odd
     */
    @GetMapping
    Page<TracedCall> calls(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String uid,
            @RequestParam(defaultValue = "") String call,
            @RequestParam(defaultValue = "false") boolean faults,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        LotBinding lot = bench.lot(id);
        UnaryOperator<String> plates = bench.plates(lot);
        Asked asked = new Asked(lot.lotCode(), bench.since(lot), Bench.asked(uid), Bench.asked(call), faults);
        Wanted wanted = new Wanted("", page, size);
        Found found = calls.page(asked, wanted.page(), wanted.size());
        return new Page<>(found.rows().stream().map(row -> shown(row, plates)).toList(), found.total(), wanted);
    }

    private static TracedCall shown(TracedCall call, UnaryOperator<String> plates) {
        return new TracedCall(
                call.id(),
                call.receivedAt(),
                call.call(),
                call.title(),
                call.proven(),
                call.uid(),
                plates.apply(call.plateNo()),
                call.resultCode(),
                call.sentence(),
                call.warnings(),
                call.opened());
    }

    /** @param body without pictures */
    record Opened(String body) {}

    @GetMapping("/{callId}")
    Opened body(@PathVariable long id, @PathVariable long callId) {
        LotBinding lot = bench.own(id);
        String body = calls.body(lot.lotCode(), bench.since(lot), callId).orElseThrow(NotFound::new);
        looks.atCall(lot.lotCode(), callId, bench.userId());
        return new Opened(readable.text(body));
    }
}

package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.KeptRequest;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.ledger.KeptRequests;
import cn.citybrain.parking.onboarding.deduction.ledger.RequestLooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a channel was really sent about a lot's money: what supervisors show it when it says otherwise. Each look is kept. */
@RestController
class EvidenceController {

    private final VisibleLots visible;
    private final Deductions deductions;
    private final KeptRequests requests;
    private final RequestLooks looks;

    EvidenceController(VisibleLots visible, Deductions deductions, KeptRequests requests, RequestLooks looks) {
        this.visible = visible;
        this.deductions = deductions;
        this.requests = requests;
        this.looks = looks;
    }

    /** @param at when it was signed and about to leave @param body as sent, read as UTF-8 */
    record Evidence(
            String what,
            String number,
            Instant at,
            String method,
            String target,
            Map<String, String> headers,
            String body) {}

    @GetMapping("/api/bindings/{id}/sent-requests")
    List<Evidence> requests(@PathVariable long id) {
        long binding = visible.binding(id).id();
        if (!visible.actor().is(Role.OPS_SUPERVISOR)) {
            throw new Forbidden("已签名的请求只供运营公司主管查看");
        }
        looks.add(binding, visible.actor().userId());
        Set<String> charges =
                deductions.of(binding).stream().map(Deduction::outTradeNo).collect(Collectors.toSet());
        return requests.of(binding).stream().map(kept -> view(kept, charges)).toList();
    }

    private static Evidence view(KeptRequest kept, Set<String> charges) {
        var request = kept.request();
        return new Evidence(
                charges.contains(request.number()) ? "扣款" : "退款",
                request.number(),
                kept.at(),
                request.method(),
                request.target(),
                request.headers(),
                new String(request.body(), StandardCharsets.UTF_8));
    }
}

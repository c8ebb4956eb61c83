package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Subject.Bound;
import cn.citybrain.parking.onboarding.audit.story.Subjects;
import cn.citybrain.parking.onboarding.deduction.KeptRequest;
import cn.citybrain.parking.onboarding.deduction.ledger.KeptRequests;
import cn.citybrain.parking.onboarding.deduction.ledger.RequestLooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows auditors the signed requests that moved an application's money, as they were sent. Each look is kept. */
@RestController
class AuditedRequestController {

    private final Subjects subjects;
    private final KeptRequests requests;
    private final RequestLooks looks;
    private final Auditors auditors;

    AuditedRequestController(Subjects subjects, KeptRequests requests, RequestLooks looks, Auditors auditors) {
        this.subjects = subjects;
        this.requests = requests;
        this.looks = looks;
        this.auditors = auditors;
    }

    /**
     * @param number ours, of the charge or the refund
     * @param at when it was signed and about to leave
     * @param body as sent, read as UTF-8
     */
    record Sent(String number, Instant at, String method, String target, Map<String, String> headers, String body) {

        private static Sent of(KeptRequest kept) {
            var request = kept.request();
            return new Sent(
                    request.number(),
                    kept.at(),
                    request.method(),
                    request.target(),
                    request.headers(),
                    new String(request.body(), StandardCharsets.UTF_8));
        }
    }

    /** A look, so it is no GET: it is written down each time. */
    @PostMapping("/api/audit/applications/{no}/requests")
    List<Sent> show(@PathVariable String no) {
        Subject subject = subjects.of(no);
        List<Sent> sent = new ArrayList<>();
        for (Bound bound : subject.bindings()) {
            List<KeptRequest> kept = requests.of(bound.id());
            if (!kept.isEmpty()) {
                looks.add(bound.id(), auditors.current().userId());
                kept.forEach(one -> sent.add(Sent.of(one)));
            }
        }
        return sent;
    }
}

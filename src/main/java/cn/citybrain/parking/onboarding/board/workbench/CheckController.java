package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.check.CheckRate;
import cn.citybrain.parking.onboarding.parking.check.MessageCheck;
import cn.citybrain.parking.onboarding.parking.check.MessageCheck.Message;
import cn.citybrain.parking.onboarding.parking.check.MessageCheck.Verdict;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tests one message of one's own lot. Nothing of it is stored. */
@RestController
class CheckController {

    /** A request of the largest size that the interface takes, and some more. */
    private static final int LONGEST = 2_000_000;

    private final Bench bench;
    private final MessageCheck check;
    private final CheckRate rate;
    private final Readable readable;

    CheckController(Bench bench, MessageCheck check, CheckRate rate, Readable readable) {
        this.bench = bench;
        this.check = check;
        this.rate = rate;
        this.readable = readable;
    }

    /**
     * @param call name in the address
     * @param form the body as sent, else the fields one by one
     */
    record Pasted(String call, String form, String accessID, String cipher, String sign, String file) {

        long length() {
            return Stream.of(form, accessID, cipher, sign, file)
                    .filter(text -> text != null)
                    .mapToLong(String::length)
                    .sum();
        }
    }

    record Problem(String message, Map<String, String> fields) {}

    @PostMapping("/api/bindings/{id}/workbench/check")
    ResponseEntity<?> check(@PathVariable long id, @RequestBody Pasted pasted) {
        LotBinding lot = bench.own(id);
        LotCall call = LotCall.named(pasted.call() == null ? "" : pasted.call()).orElse(null);
        if (call == null) {
            return refused(HttpStatus.BAD_REQUEST, "请选择这段报文是哪个接口的");
        }
        if (pasted.length() > LONGEST) {
            return refused(HttpStatus.PAYLOAD_TOO_LARGE, "报文太长，接口也不会收下；请减小照片");
        }
        if (!rate.permits(bench.userId())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "自测过于频繁，请一分钟后再试");
        }
        Verdict verdict = check.of(
                lot.lotCode(),
                new Message(call, pasted.form(), pasted.accessID(), pasted.cipher(), pasted.sign(), pasted.file()));
        String plain = verdict.plainText() == null ? null : readable.text(verdict.plainText());
        return ResponseEntity.ok(new Verdict(verdict.right(), verdict.steps(), plain));
    }

    private static ResponseEntity<Problem> refused(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new Problem(message, Map.of()));
    }
}

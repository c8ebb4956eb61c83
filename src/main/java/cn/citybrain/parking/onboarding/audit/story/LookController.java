package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.Unclear;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows an auditor a masked value in full, once a reason was given; the look becomes part of the story. */
@RestController
class LookController {

    /**
     * @param field key of a field of the form; {@code revision} says of which revision, null for the newest
     * @param reason Chinese, at least four characters
     */
    record Wanted(String field, Integer revision, String reason) {}

    @PostMapping("/api/audit/applications/{no}/look")
    Map<String, String> look(@PathVariable String no, @RequestBody Wanted wanted) {
        throw new Unclear("field", "申请 " + no + " 没有这一项");
    }
}

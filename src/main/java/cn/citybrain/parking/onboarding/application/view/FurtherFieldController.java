package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.draft.FurtherFields;
import cn.citybrain.parking.onboarding.application.register.Guard;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an applicant who corrects what was given back correct something else as well. */
@RestController
class FurtherFieldController {

    private final FurtherFields fields;
    private final Guard guard;

    FurtherFieldController(FurtherFields fields, Guard guard) {
        this.fields = fields;
        this.guard = guard;
    }

    record Asked(String field, String why) {}

    /** What is open now. */
    @PostMapping("/api/applications/{no}/opened-fields")
    Map<String, Set<String>> open(@PathVariable String no, @RequestBody Asked asked) {
        guard.fillable(no, HeldSteps.Step.FORM);
        String why = Objects.requireNonNullElse(asked.why(), "");
        return Map.of(
                "openFields", fields.open(no, asked.field(), why, guard.actor().userId()));
    }
}

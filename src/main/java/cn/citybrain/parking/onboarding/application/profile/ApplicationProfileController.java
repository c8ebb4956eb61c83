package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.register.Guard;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What forms ask about an application and its company's profile. */
@RestController
@RequestMapping("/api/applications/{no}")
class ApplicationProfileController {

    private final ApplicationProfiles profiles;
    private final Refilling refilling;
    private final AcceptedMarks marks;
    private final Guard guard;

    ApplicationProfileController(ApplicationProfiles profiles, Refilling refilling, AcceptedMarks marks, Guard guard) {
        this.profiles = profiles;
        this.refilling = refilling;
        this.marks = marks;
        this.guard = guard;
    }

    @GetMapping("/profile")
    ApplicationProfile profile(@PathVariable String no) {
        Application application = guard.visible(no, Role.LOT_OPERATOR);
        return profiles.of(application, guard.actor().userId());
    }

    /** Fills what is blank from the profile; says how many fields that were. */
    @PostMapping("/profile/fill")
    Map<String, Integer> fill(@PathVariable String no) {
        guard.fillable(no, HeldSteps.Step.FORM);
        return Map.of("filled", refilling.fill(no, guard.actor().userId()));
    }

    /** Which values come unchanged from an application that was accepted: its number by field key. */
    @GetMapping("/accepted")
    Map<String, String> accepted(@PathVariable String no) {
        return marks.of(guard.visible(no, Role.OPS_REVIEWER, Role.OPS_SUPERVISOR));
    }
}

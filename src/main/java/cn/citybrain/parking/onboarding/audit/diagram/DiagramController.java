package cn.citybrain.parking.onboarding.audit.diagram;

import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.look.Looks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of the audit draw. */
@RestController
@RequestMapping("/api/audit")
class DiagramController {

    private final Diagrams diagrams;
    private final Models models;
    private final Looks looks;
    private final Auditors auditors;

    DiagramController(Diagrams diagrams, Models models, Looks looks, Auditors auditors) {
        this.diagrams = diagrams;
        this.models = models;
        this.looks = looks;
        this.auditors = auditors;
    }

    @GetMapping("/applications/{no}/diagrams")
    Courses ofApplication(@PathVariable String no) {
        return lookedAt(diagrams.of(no));
    }

    /** Of the application that the instance belongs to, whole. */
    @GetMapping("/process-instances/{id}/diagrams")
    Courses ofInstance(@PathVariable String id) {
        return lookedAt(diagrams.ofInstance(id));
    }

    /** It tells who did which step. */
    private Courses lookedAt(Courses courses) {
        looks.opened(courses.number(), auditors.current().userId());
        return courses;
    }

    /** @param id the engine's id of a version */
    @GetMapping("/models/{id}")
    Models.Model version(@PathVariable String id) {
        return models.of(id);
    }

    /** @param version none for the newest */
    @GetMapping("/definitions/{key}/model")
    Models.Model model(@PathVariable String key, @RequestParam(required = false) Integer version) {
        return models.of(key, version);
    }
}

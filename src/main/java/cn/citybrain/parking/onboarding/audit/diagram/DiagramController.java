package cn.citybrain.parking.onboarding.audit.diagram;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of the audit draw. */
@RestController
@RequestMapping("/api/audit")
class DiagramController {

    /** A version of a model never changes. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final Diagrams diagrams;
    private final Models models;

    DiagramController(Diagrams diagrams, Models models) {
        this.diagrams = diagrams;
        this.models = models;
    }

    @GetMapping("/applications/{no}/diagrams")
    Courses ofApplication(@PathVariable String no) {
        return diagrams.of(no);
    }

    /** Of the application that the instance belongs to, whole. */
    @GetMapping("/process-instances/{id}/diagrams")
    Courses ofInstance(@PathVariable String id) {
        return diagrams.ofInstance(id);
    }

    /** @param id the engine's id of a version */
    @GetMapping("/models/{id}")
    ResponseEntity<Models.Model> version(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(KEPT).body(models.of(id));
    }

    /** @param version none for the newest */
    @GetMapping("/definitions/{key}/model")
    Models.Model model(@PathVariable String key, @RequestParam(required = false) Integer version) {
        return models.of(key, version);
    }
}

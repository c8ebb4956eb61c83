package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.opening.NeededPapers.NeededPaper;
import cn.citybrain.parking.onboarding.application.register.Guard;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The check list of papers of an application, for who fills it in. */
@RestController
class NeededPapersController {

    private final NeededPapers papers;
    private final Guard guard;

    NeededPapersController(NeededPapers papers, Guard guard) {
        this.papers = papers;
        this.guard = guard;
    }

    @GetMapping("/api/applications/{no}/needed-papers")
    List<NeededPaper> needed(@PathVariable String no) {
        return papers.of(guard.visible(no, Role.LOT_OPERATOR));
    }
}

package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.merchant.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the story of an application to auditors. */
@RestController
@RequestMapping("/api/audit/applications/{no}")
class StoryController {

    private final Stories stories;

    StoryController(Stories stories) {
        this.stories = stories;
    }

    @GetMapping
    Header header(@PathVariable String no) {
        return stories.header(no);
    }

    /**
     * @param kind none for all; several with commas
     * @param lot its code
     * @param who found in a person's id, name or role
     * @param from the first moment, ISO
     * @param to the moment after the last, ISO
     */
    @GetMapping("/timeline")
    Page<Entry> timeline(
            @PathVariable String no,
            @RequestParam(required = false) Set<Kind> kind,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return new Page<>(stories.of(no).entries(), 0, page, size);
    }

    /** Oldest first. */
    @GetMapping("/revisions")
    List<SubmittedRevision> revisions(@PathVariable String no) {
        return stories.of(no).revisions();
    }

    @GetMapping("/revisions/{number}")
    SubmittedRevision revision(@PathVariable String no, @PathVariable int number) {
        return stories.of(no).revisions().get(number - 1);
    }

    @GetMapping("/papers")
    List<PaperOnRecord> papers(@PathVariable String no) {
        return stories.of(no).papers();
    }

    /** Every attempt of every test. */
    @GetMapping("/deductions")
    List<Attempt> deductions(@PathVariable String no) {
        return stories.of(no).deductions();
    }
}

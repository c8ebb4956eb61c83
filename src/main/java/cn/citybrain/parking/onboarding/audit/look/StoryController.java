package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.Attempt;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.audit.story.SubmittedRevision;
import cn.citybrain.parking.onboarding.merchant.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the story of an application to auditors. Whoever opens one has looked at it. */
@RestController
@RequestMapping("/api/audit/applications/{no}")
class StoryController {

    private final Stories stories;
    private final Looks looks;
    private final Auditors auditors;

    StoryController(Stories stories, Looks looks, Auditors auditors) {
        this.stories = stories;
        this.looks = looks;
        this.auditors = auditors;
    }

    @GetMapping
    Header header(@PathVariable String no) {
        Header header = stories.header(no);
        look(no);
        return header;
    }

    /**
     * @param kind none for all; several with commas
     * @param lot its code
     * @param who found in a person's id, name or role
     * @param from the first moment, ISO
     * @param to the moment after the last, ISO
     * @param page from 1
     * @param size at most {@value TimelineFilter#MOST}
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
        Page<Entry> shown = new TimelineFilter(kind == null ? Set.of() : kind, lot, who, from, to)
                .page(stories.entries(no), page, size);
        look(no);
        return shown;
    }

    /** Oldest first. */
    @GetMapping("/revisions")
    List<SubmittedRevision> revisions(@PathVariable String no) {
        List<SubmittedRevision> revisions = stories.revisions(no);
        look(no);
        return revisions;
    }

    @GetMapping("/revisions/{number}")
    SubmittedRevision revision(@PathVariable String no, @PathVariable int number) {
        return revisions(no).stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotOnRecord("申请 " + no + " 没有第 " + number + " 次提交的资料"));
    }

    @GetMapping("/papers")
    List<PaperOnRecord> papers(@PathVariable String no) {
        List<PaperOnRecord> papers = stories.papers(no);
        look(no);
        return papers;
    }

    /** Every attempt of every test. */
    @GetMapping("/deductions")
    List<Attempt> deductions(@PathVariable String no) {
        List<Attempt> attempts = stories.deductions(no);
        look(no);
        return attempts;
    }

    private void look(String no) {
        looks.opened(no, auditors.current().userId());
    }
}

package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.document.PageAnswer;
import cn.citybrain.parking.onboarding.document.Renderings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows auditors a paper of an application, whether a newer revision still has it or not. Each look is kept. */
@RestController
class AuditedPaperController {

    private final Stories stories;
    private final Renderings renderings;
    private final Looks looks;
    private final Auditors auditors;

    AuditedPaperController(Stories stories, Renderings renderings, Looks looks, Auditors auditors) {
        this.stories = stories;
        this.renderings = renderings;
        this.looks = looks;
        this.auditors = auditors;
    }

    /** @param page from 1 */
    @GetMapping("/api/audit/applications/{no}/papers/{id}")
    ResponseEntity<byte[]> show(
            @PathVariable String no, @PathVariable String id, @RequestParam(defaultValue = "1") int page) {
        PaperOnRecord paper = stories.papers(no).stream()
                .filter(found -> found.documentId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotOnRecord("申请 " + no + " 没有这份材料"));
        if (paper.removed()) {
            throw new NotOnRecord("这份材料已按保存期限清除，时间线里有清除记录");
        }
        byte[] picture = renderings.page(id, page).orElseThrow(() -> new NotOnRecord("这份材料没有第 " + page + " 页"));
        looks.paper(no, id, auditors.current().userId());
        return PageAnswer.of(paper.fileName(), page, picture, false);
    }
}

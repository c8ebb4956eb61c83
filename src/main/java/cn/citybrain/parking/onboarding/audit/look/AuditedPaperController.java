package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.document.Documents;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows auditors a paper of an application, whether a newer revision still has it or not. Each look is kept. */
@RestController
class AuditedPaperController {

    private final Stories stories;
    private final Documents documents;
    private final Looks looks;
    private final Auditors auditors;

    AuditedPaperController(Stories stories, Documents documents, Looks looks, Auditors auditors) {
        this.stories = stories;
        this.documents = documents;
        this.looks = looks;
        this.auditors = auditors;
    }

    @GetMapping("/api/audit/applications/{no}/papers/{id}")
    ResponseEntity<byte[]> show(@PathVariable String no, @PathVariable String id) {
        PaperOnRecord paper = stories.papers(no).stream()
                .filter(found -> found.documentId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotOnRecord("申请 " + no + " 没有这份材料"));
        if (paper.removed()) {
            throw new NotOnRecord("这份材料已按保存期限清除，时间线里有清除记录");
        }
        looks.paper(no, id, auditors.current().userId());
        return ResponseEntity.ok()
                .headers(headers(paper))
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .body(documents.content(id));
    }

    private static HttpHeaders headers(PaperOnRecord paper) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(ContentDisposition.inline()
                .filename(paper.fileName(), StandardCharsets.UTF_8)
                .build());
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return headers;
    }
}

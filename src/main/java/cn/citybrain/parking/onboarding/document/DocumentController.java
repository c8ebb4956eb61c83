package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a paper to those who may see its application; to everybody else it does not exist. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

    private final Documents documents;
    private final PaperReaders readers;
    private final CurrentUser user;

    DocumentController(Documents documents, PaperReaders readers, CurrentUser user) {
        this.documents = documents;
        this.readers = readers;
        this.user = user;
    }

    @GetMapping("/{id}")
    ResponseEntity<?> show(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Actor actor = user.current();
        return documents
                .find(id)
                .filter(document -> readers.mayRead(document, actor))
                .<ResponseEntity<?>>map(document -> ResponseEntity.ok()
                        .headers(headers(document, parameters.containsKey("download")))
                        .contentType(MediaType.parseMediaType(document.mediaType()))
                        .body(documents.content(id)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("message", "没有找到这份资料")));
    }

    /** A picture was asked for: what it gets instead says so itself. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(PaperRemoved removed) {
        return ResponseEntity.status(HttpStatus.GONE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", removed.getMessage()));
    }

    private static HttpHeaders headers(Document document, boolean download) {
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(disposition);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return headers;
    }
}

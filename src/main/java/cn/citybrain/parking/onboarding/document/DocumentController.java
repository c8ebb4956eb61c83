package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.util.Map;
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
    private final Renderings renderings;
    private final PaperReaders readers;
    private final CurrentUser user;

    DocumentController(Documents documents, Renderings renderings, PaperReaders readers, CurrentUser user) {
        this.documents = documents;
        this.renderings = renderings;
        this.readers = readers;
        this.user = user;
    }

    /** @param page from 1 */
    @GetMapping("/{id}")
    ResponseEntity<?> show(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> parameters) {
        Actor actor = user.current();
        return documents
                .find(id)
                .filter(document -> readers.mayRead(document, actor))
                .flatMap(document -> renderings
                        .page(id, page)
                        .map(picture ->
                                PageAnswer.of(document.fileName(), page, picture, parameters.containsKey("download"))))
                .<ResponseEntity<?>>map(found -> found)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("message", "没有找到这份资料")));
    }

    /** A picture was asked for: what it gets instead says so itself. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(PaperRemoved removed) {
        return words(HttpStatus.GONE, removed);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(PaperRefused refused) {
        return words(HttpStatus.UNPROCESSABLE_ENTITY, refused);
    }

    private static ResponseEntity<Map<String, String>> words(HttpStatus status, RuntimeException why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", why.getMessage()));
    }
}

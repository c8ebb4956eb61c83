package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.register.Uploads;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of an application's papers. */
@RestController
@RequestMapping("/api/applications/{no}/documents")
public class PaperController {

    private final Drafts drafts;
    private final Uploads uploads;
    private final Guard guard;

    PaperController(Drafts drafts, Uploads uploads, Guard guard) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.guard = guard;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Document upload(@PathVariable String no, @RequestParam String field, @RequestParam MultipartFile file)
            throws IOException {
        guard.fillable(no, HeldSteps.Step.FORM);
        ReadPaper paper = uploads.read(field, drafts.openPaper(no, field), file.getOriginalFilename(), file.getBytes());
        return drafts.attach(no, field, paper, guard.actor().userId());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String no, @PathVariable String id) {
        guard.fillable(no, HeldSteps.Step.FORM);
        if (!drafts.detach(no, id)) {
            throw new NotThere("没有找到这份资料，可能已被替换或删除");
        }
    }
}

package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.register.Uploads;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of papers that come with a later step: contract, result in writing, device photos. */
@RestController
@RequestMapping("/api/applications/{no}/step-documents")
class StepPaperController {

    private final StepPapers papers;
    private final Uploads uploads;
    private final Guard guard;

    StepPaperController(StepPapers papers, Uploads uploads, Guard guard) {
        this.papers = papers;
        this.uploads = uploads;
        this.guard = guard;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Document upload(@PathVariable String no, @RequestParam String field, @RequestParam MultipartFile file)
            throws IOException {
        guard.visible(no);
        StepPaper paper = StepPaper.of(field)
                .orElseThrow(() -> new InvalidFields("没有名为 " + field + " 的资料", Map.of(field, "没有这项资料")));
        guard.require(paper.role());
        requireHands(no, paper);
        papers.require(no, paper);
        ReadPaper read = uploads.read(paper.key(), paper.label(), file.getOriginalFilename(), file.getBytes());
        return papers.attach(no, paper, read, guard.actor().userId());
    }

    /** Only what no fact names yet, and only by those who upload it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String no, @PathVariable String id) {
        guard.visible(no);
        boolean discarded = Arrays.stream(StepPaper.values())
                .filter(paper -> guard.actor().is(paper.role()))
                .anyMatch(paper -> isDiscarded(no, paper, id));
        if (!discarded) {
            throw new NotThere("没有找到这份资料，可能已被替换或删除");
        }
    }

    private boolean isDiscarded(String no, StepPaper paper, String id) {
        papers.loose(no, paper, id).ifPresent(loose -> requireHands(no, paper));
        return papers.discard(no, paper, id);
    }

    /** What is uploaded goes with what the holder of the task records. */
    private void requireHands(String no, StepPaper paper) {
        switch (paper) {
            case RESULT -> guard.requireHolder(no, HeldSteps.Step.SIGNING_RESULT);
            case CONTRACT -> guard.fillable(no, HeldSteps.Step.VISIT);
            case DEVICE -> guard.fillable(no, HeldSteps.Step.DEVICES);
        }
    }
}

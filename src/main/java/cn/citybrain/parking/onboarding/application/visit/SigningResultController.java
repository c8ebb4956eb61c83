package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.SigningResult;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.view.PaperView;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 登记签约入网结果: what a bank without an interface answered. */
@RestController
@RequestMapping("/api/applications/{no}/signing-result")
class SigningResultController {

    private final SigningResults results;
    private final StepPapers papers;
    private final Documents documents;
    private final Guard guard;
    private final CompanyPeople people;

    SigningResultController(
            SigningResults results, StepPapers papers, Documents documents, Guard guard, CompanyPeople people) {
        this.results = results;
        this.papers = papers;
        this.documents = documents;
        this.guard = guard;
        this.people = people;
    }

    /** @param decision {@code opened} or {@code refused} */
    record Answer(String decision, String channelAccount, String reason, Map<String, String> remarks) {}

    /**
     * @param paper uploaded, but not yet part of a result; null if there is none
     * @param results what was recorded, newest first
     */
    record ResultsView(PaperView paper, List<Line> results) {}

    record Line(
            String outcome,
            String channelAccount,
            String reason,
            PaperView paper,
            String recordedBy,
            Instant recordedAt) {}

    @GetMapping
    ResultsView show(@PathVariable String no) {
        guard.visible(no);
        return new ResultsView(
                papers.loose(no, StepPaper.RESULT)
                        .map(document -> PaperView.of(document, StepPaper.RESULT.label()))
                        .orElse(null),
                results.used(no).stream().map(this::line).toList());
    }

    @PostMapping
    Map<String, String> record(@PathVariable String no, @RequestBody Answer answer) {
        guard.visible(no, Role.OPS_REVIEWER);
        String by = guard.actor().userId();
        if ("opened".equals(answer.decision())) {
            guard.requireHolder(no, HeldSteps.Step.SIGNING_RESULT);
            results.opened(no, Typed.code(answer.channelAccount()), by);
        } else if ("refused".equals(answer.decision())) {
            guard.requireHolder(no, HeldSteps.Step.SIGNING_RESULT);
            results.refused(no, Typed.lines(answer.reason()), remarks(answer), by);
        } else {
            throw new InvalidFields("请选择签约入网的结果", Map.of("decision", "只能是 opened 或 refused"));
        }
        return Map.of("no", no, "decision", answer.decision());
    }

    private Line line(SigningResult result) {
        return new Line(
                result.outcome().code(),
                result.channelAccount(),
                result.reason(),
                Optional.ofNullable(result.documentId())
                        .flatMap(documents::find)
                        .map(document -> PaperView.of(document, StepPaper.RESULT.label()))
                        .orElse(null),
                people.name(result.recordedBy()),
                result.recordedAt());
    }

    private static Map<String, String> remarks(Answer answer) {
        Map<String, String> remarks = new LinkedHashMap<>();
        Objects.requireNonNullElse(answer.remarks(), Map.<String, String>of())
                .forEach((key, text) -> remarks.put(key, Typed.lines(text)));
        return remarks;
    }
}

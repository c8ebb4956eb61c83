package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.merchant.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The auditors' search. */
@RestController
class SearchController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ApplicationSearch search;
    private final SearchFile file;
    private final VisitSearch visits;
    private final Auditors auditors;
    private final Clock clock;

    SearchController(ApplicationSearch search, SearchFile file, VisitSearch visits, Auditors auditors, Clock clock) {
        this.search = search;
        this.file = file;
        this.visits = visits;
        this.auditors = auditors;
        this.clock = clock;
    }

    /** With the true total; the last page is as fast as the first. */
    @GetMapping("/api/audit/applications")
    Page<FoundApplication> applications(Asked asked) {
        return search.find(asked.search(), asked.wanted());
    }

    /** Everything that the same search finds, as a table. */
    @GetMapping("/api/audit/applications.csv")
    ResponseEntity<byte[]> csv(Asked asked) {
        byte[] content = file.csv(asked.search());
        String name = "审计查询结果-" + LocalDate.now(clock) + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** What channels, states, outcomes and marks a search can ask for. */
    @GetMapping("/api/audit/choices")
    Choices choices() {
        return Choices.ALL;
    }

    /**
     * The visits of a vehicle on a day, with the applications that they were tests of.
     *
     * @param plate the whole plate
     * @param day {@code 2026-11-29}
     */
    @GetMapping("/api/audit/visits")
    List<VisitOnRecord> visits(
            @RequestParam(defaultValue = "") String plate, @RequestParam(defaultValue = "") String day) {
        return visits.find(plate, day, auditors.current().userId());
    }
}

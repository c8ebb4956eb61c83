package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.day.SealExport;
import cn.citybrain.parking.onboarding.seal.proof.SealOverview;
import cn.citybrain.parking.onboarding.seal.proof.SealOverviews;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows auditors the seals. Whether every row is as it was is a command's work, not a page's. */
@RestController
@RequestMapping("/api/audit/seals")
class SealController {

    private final SealOverviews overviews;
    private final DaySeals seals;

    SealController(SealOverviews overviews, DaySeals seals) {
        this.overviews = overviews;
        this.seals = seals;
    }

    /** Newest first, each with whether its signature holds and the chain still is the one that it sealed. */
    @GetMapping
    SealOverview seals(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "30") int size) {
        Wanted wanted = new Wanted("", page, size);
        return overviews.page(wanted.page(), wanted.size());
    }

    /** Every seal and the public keys, to be kept outside and given to a verification later. */
    @GetMapping("/export")
    ResponseEntity<SealExport> export() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("封条.json", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(seals.export());
    }
}

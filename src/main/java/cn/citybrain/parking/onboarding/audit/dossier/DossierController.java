package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.look.Looks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands a dossier to an auditor. That it was handed out, and with which hash, is on record before its first byte goes out. */
@RestController
class DossierController {

    private static final String ZIP = "application/zip";

    private final Dossiers dossiers;
    private final Looks looks;
    private final Auditors auditors;

    DossierController(Dossiers dossiers, Looks looks, Auditors auditors) {
        this.dossiers = dossiers;
        this.looks = looks;
        this.auditors = auditors;
    }

    @GetMapping("/api/audit/applications/{no}/dossier")
    void download(@PathVariable String no, HttpServletResponse response) throws IOException {
        Dossier dossier = dossiers.of(no);
        Measure measure = dossier.measure();
        looks.dossier(dossier.number(), measure.sha256(), auditors.current().userId());
        response.setContentType(ZIP);
        response.setContentLengthLong(measure.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(dossier.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        dossier.write(response.getOutputStream());
    }
}

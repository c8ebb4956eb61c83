package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetFile;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors import: a file is sent as it is, looked at, and taken. */
@RestController
class ImportController {

    private static final int LATEST = 10;

    private final CurrentUser user;
    private final Imports imports;
    private final ImportViews views;

    ImportController(CurrentUser user, Imports imports, ImportViews views) {
        this.user = user;
        this.imports = imports;
        this.views = views;
    }

    /** What can be imported, with which columns; and what was lately. */
    @GetMapping("/api/masterdata/import")
    ImportViews.Start start() {
        supervisor();
        return views.start(imports.latest(LATEST));
    }

    /** The body is the file. */
    @PostMapping("/api/masterdata/import/{kind}")
    @ResponseStatus(HttpStatus.CREATED)
    ImportViews.Preview upload(@PathVariable String kind, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        Actor by = supervisor();
        ImportKind known = kind(kind);
        byte[] content = request.getInputStream().readNBytes(SheetFile.LARGEST + 1);
        return views.preview(imports.upload(known, fileName(name), content, by));
    }

    @GetMapping("/api/masterdata/imports/{id}")
    ImportViews.Preview preview(@PathVariable String id) {
        supervisor();
        return views.preview(imports.byId(id));
    }

    /** @param verdict a {@link Verdict}, empty for all */
    @GetMapping("/api/masterdata/imports/{id}/rows")
    Page<ComparedRow> rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        supervisor();
        return imports.rows(id, verdict(verdict), new Wanted("", page, size));
    }

    @PostMapping("/api/masterdata/imports/{id}/take")
    ImportViews.Preview take(@PathVariable String id, @RequestBody Seen seen) {
        return views.preview(imports.take(id, seen.version(), supervisor()));
    }

    @DeleteMapping("/api/masterdata/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id) {
        supervisor();
        imports.drop(id);
    }

    /** @param version of the comparison that was looked at */
    record Seen(long version) {}

    private Actor supervisor() {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR)) {
            throw ImportRefused.notYours("只有运营公司主管可以导入主数据");
        }
        return actor;
    }

    static ImportKind kind(String code) {
        return ImportKind.of(code).orElseThrow(() -> ImportRefused.invalid("没有这种导入：" + code + "。请从“导入”页重新打开"));
    }

    private static Optional<Verdict> verdict(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst();
    }

    /** Without the folders that some browsers put before it. */
    private static String fileName(String sent) {
        String plain = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}|\\p{Cf}", "")
                .strip();
        String named = plain.isEmpty() ? "（没有文件名）" : plain;
        return named.substring(0, Math.min(200, named.length()));
    }
}

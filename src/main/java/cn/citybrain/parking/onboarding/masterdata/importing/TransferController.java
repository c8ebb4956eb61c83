package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.AccountAuthority;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files to take away: templates to fill in, and what the lists show. */
@RestController
class TransferController {

    private final CurrentUser user;
    private final Registers registers;
    private final Exports exports;
    private final Clock clock;

    TransferController(CurrentUser user, Registers registers, Exports exports, Clock clock) {
        this.user = user;
        this.registers = registers;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/api/masterdata/template/{kind}")
    ResponseEntity<byte[]> template(@PathVariable String kind, @RequestParam(defaultValue = "xlsx") String format) {
        requireKeeper(ImportController.kind(kind));
        ImportKind known = ImportController.kind(kind);
        FileFormat wanted = FileFormat.of(format);
        return file(
                known.title() + "导入模板",
                wanted,
                Templates.file(registers.of(known).layout(), wanted));
    }

    /** What the list of this kind shows for the same search, all pages of it. */
    @GetMapping("/api/masterdata/export/{kind}")
    ResponseEntity<byte[]> export(
            @PathVariable String kind,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state) {
        ImportKind known = ImportController.kind(kind);
        requireKeeper(known);
        FileFormat wanted = FileFormat.of(format);
        return file(known.title() + "-" + LocalDate.now(clock), wanted, exports.file(known, q, state, wanted));
    }

    private void requireKeeper(ImportKind kind) {
        Actor actor = user.current();
        boolean may = kind == ImportKind.PEOPLE ? AccountAuthority.keepsPeople(actor) : actor.is(Role.OPS_SUPERVISOR);
        if (!may) {
            throw ImportRefused.notYours("只有运营公司主管可以导出主数据");
        }
    }

    private static ResponseEntity<byte[]> file(String name, FileFormat format, byte[] content) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(format.type());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name + "." + format.ending(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        return ResponseEntity.ok().headers(headers).body(content);
    }
}

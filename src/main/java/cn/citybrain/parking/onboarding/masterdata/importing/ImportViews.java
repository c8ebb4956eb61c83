package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports as the page shows them. */
@Component
class ImportViews {

    private final Registers registers;
    private final CompanyPeople people;

    ImportViews(Registers registers, CompanyPeople people) {
        this.registers = registers;
        this.people = people;
    }

    /**
     * @param largest bytes of a file at most
     * @param rows of a file at most
     */
    record Start(List<Kind> kinds, int largest, int rows, List<Preview> latest) {}

    record Kind(String code, String title, List<Column> columns) {}

    record Column(String key, String title, boolean required, String example, String explanation) {}

    /**
     * @param counts rows by {@link Verdict}
     * @param takenAt null until it is
     */
    record Preview(
            String id,
            String kind,
            String kindTitle,
            String unit,
            String fileName,
            String uploadedBy,
            Instant uploadedAt,
            List<String> notes,
            List<Column> columns,
            Map<Verdict, Integer> counts,
            long version,
            String takenBy,
            Instant takenAt) {}

    Start start(List<ImportedFile> latest) {
        List<String> who = new ArrayList<>();
        latest.forEach(file -> who.addAll(Arrays.asList(file.uploadedBy(), file.takenBy())));
        Map<String, String> names = people.names(who);
        return new Start(
                Arrays.stream(ImportKind.values())
                        .map(kind -> new Kind(kind.code(), kind.title(), columns(kind)))
                        .toList(),
                SheetFile.LARGEST,
                SheetFile.ROWS,
                latest.stream().map(file -> preview(file, names)).toList());
    }

    Preview preview(ImportedFile file) {
        return preview(file, people.names(Arrays.asList(file.uploadedBy(), file.takenBy())));
    }

    private Preview preview(ImportedFile file, Map<String, String> names) {
        return new Preview(
                file.id(),
                file.kind().code(),
                file.kind().title(),
                file.kind().unit(),
                file.fileName(),
                names.get(file.uploadedBy()),
                file.uploadedAt(),
                file.notes(),
                columns(file.kind()),
                file.counts(),
                file.version(),
                file.taken() ? names.get(file.takenBy()) : null,
                file.takenAt());
    }

    private List<Column> columns(ImportKind kind) {
        return registers.of(kind).layout().headings().stream()
                .map(heading -> new Column(
                        heading.key(), heading.title(), heading.required(), heading.example(), heading.explanation()))
                .toList();
    }
}

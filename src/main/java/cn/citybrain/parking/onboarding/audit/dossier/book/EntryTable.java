package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.dossier.print.Booklet;
import cn.citybrain.parking.onboarding.audit.dossier.print.Column;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import java.io.IOException;
import java.util.List;

/** Entries of a story, one below the other. */
final class EntryTable {

    private static final List<Column> COLUMNS = List.of(
            new Column("时间", 1.35f), new Column("类别", 0.85f), new Column("事项", 5.2f), new Column("人员", 1.6f));

    private EntryTable() {}

    /** @param otherwise said where there are none */
    static void print(Booklet booklet, List<Entry> entries, String otherwise) throws IOException {
        if (entries.isEmpty()) {
            booklet.note(otherwise);
        } else {
            booklet.table(COLUMNS, entries.stream().map(EntryTable::row).toList());
        }
    }

    private static List<String> row(Entry entry) {
        String lot = entry.lotCode() == null || entry.lotCode().isEmpty() ? "" : "　停车场 " + entry.lotCode();
        String facts = Words.facts(entry);
        return List.of(
                Words.time(entry.at()),
                entry.kind().title(),
                entry.title() + lot + (facts.isEmpty() ? "" : "\n" + facts),
                Words.full(entry.person()) + role(entry));
    }

    private static String role(Entry entry) {
        String role = Words.role(entry.person());
        return role == null || role.isEmpty() ? "" : "\n" + role;
    }
}

package cn.citybrain.parking.onboarding.audit.dossier.book;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import cn.citybrain.parking.onboarding.masterdata.sheet.Layout;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table that becomes a CSV file: UTF-8 with the mark that Excel knows it by, and no cell that a spreadsheet would run. */
final class Sheet {

    private final String name;
    private final List<String> titles;
    private final List<Map<String, String>> rows = new ArrayList<>();

    Sheet(String name, String... titles) {
        this.name = name;
        this.titles = List.of(titles);
    }

    /** @param values as many as there are titles; null is empty */
    void row(Object... values) {
        if (values.length != titles.size()) {
            throw new IllegalArgumentException(name + ": " + values.length + " values for " + titles.size() + " titles");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int n = 0; n < values.length; n++) {
            row.put(titles.get(n), values[n] == null ? "" : values[n].toString());
        }
        rows.add(row);
    }

    DossierFile file(String folder) {
        Stream<Heading> headings =
                titles.stream().map(title -> new Heading(title, title, Content.TEXT, false, List.of(), "", ""));
        return DossierFile.of(folder + name + ".csv", SheetWriter.csv(new Layout(name, headings.toList()), rows));
    }
}
